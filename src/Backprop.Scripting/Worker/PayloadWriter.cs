using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Backprop.Scripting;

/// <summary>
/// Writes the fields of a message: integers in 4 bytes (little-endian), booleans in 1, strings as their length in
/// bytes and
/// UTF-8. Half of a surrogate pair, which a cell may well print, becomes U+FFFD.
/// </summary>
internal readonly struct PayloadWriter(ArrayBufferWriter<byte> buffer)
{
    public void Byte(byte value) => buffer.Write([value]);

    public void Boolean(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), value);
        buffer.Advance(sizeof(int));
    }

    public void String(string value)
    {
        int length = Encoding.UTF8.GetByteCount(value);
        Int32(length);
        buffer.Advance(Encoding.UTF8.GetBytes(value, buffer.GetSpan(length)));
    }
}
