using System.Buffers.Binary;
using System.Text;

namespace Backprop.Scripting;

/// <summary>Reads the fields that <see cref="PayloadWriter"/> writes, and believes none of the lengths.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> rest = payload;

    public byte Byte() => Take(1)[0];

    public bool Boolean() => Byte() switch
    {
        0 => false,
        1 => true,
        byte other => throw new ProtocolException($"A flag has the value {other}."),
    };

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>The number of items that follow, of which each takes a byte or more.</summary>
    public int Count()
    {
        int count = Int32();
        return count >= 0 && count <= rest.Length ? count : throw new ProtocolException($"A list has {count} items.");
    }

    public string String() => Encoding.UTF8.GetString(Take(Int32()));

    public readonly void End()
    {
        if (rest.Length > 0)
            throw new ProtocolException($"A message has {rest.Length} bytes too many.");
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > rest.Length)
            throw new ProtocolException($"A field of {length} bytes stands where {rest.Length} are left.");
        ReadOnlySpan<byte> taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
