using System.Buffers.Binary;
using System.Text;

namespace Backprop.Kernel;

/// <summary>A command: a name (its length in one byte first) and data. Names of a later version are ignored.</summary>
internal abstract record ZmtpCommand
{
    private const int LongestName = 255;
    private const int LongestContext = 16;

    /// <summary>Ends the handshake: what the sender is. Other properties than these two are ignored.</summary>
    public sealed record Ready(string? SocketType, byte[] Identity) : ZmtpCommand;

    /// <summary>The peer refuses the connection.</summary>
    public sealed record Error(string Reason) : ZmtpCommand;

    /// <summary>The peer wants messages that begin with the topic.</summary>
    public sealed record Subscribe(byte[] Topic) : ZmtpCommand;

    /// <summary>The peer wants them no more.</summary>
    public sealed record Cancel(byte[] Topic) : ZmtpCommand;

    /// <summary>The peer wants a <see cref="Pong"/> with the same context, to see that somebody is there.</summary>
    public sealed record Ping(byte[] Context) : ZmtpCommand;

    /// <summary>The answer to a <see cref="Ping"/>.</summary>
    public sealed record Pong(byte[] Context) : ZmtpCommand;

    /// <summary>A command of a later version.</summary>
    public sealed record Unknown(string Name) : ZmtpCommand;

    /// <summary>Reads the body of a command frame.</summary>
    /// <exception cref="ZmtpException">It is no command.</exception>
    public static ZmtpCommand Decode(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> name = Take(ref body, TakeByte(ref body));
        return Encoding.Latin1.GetString(name) switch
        {
            "READY" => DecodeReady(body),
            "ERROR" => new Error(Encoding.Latin1.GetString(Take(ref body, TakeByte(ref body)))),
            "SUBSCRIBE" => new Subscribe(body.ToArray()),
            "CANCEL" => new Cancel(body.ToArray()),
            "PING" => new Ping(ReadContext(body)),
            "PONG" => new Pong([]),
            var other => new Unknown(other),
        };
    }

    /// <summary>The body of a command frame.</summary>
    public byte[] Encode() => this switch
    {
        Ready(var type, var identity) => EncodeReady(type, identity),
        Error(var reason) => [.. Named("ERROR"u8), (byte)reason.Length, .. Encoding.Latin1.GetBytes(reason)],
        Subscribe(var topic) => [.. Named("SUBSCRIBE"u8), .. topic],
        Cancel(var topic) => [.. Named("CANCEL"u8), .. topic],
        Ping(var context) => [.. Named("PING"u8), 0, 0, .. context],
        Pong(var context) => [.. Named("PONG"u8), .. context],
        _ => throw new InvalidOperationException($"A {GetType().Name} is not sent."),
    };

    private static byte[] EncodeReady(string? type, byte[] identity)
    {
        byte[] name = Encoding.Latin1.GetBytes(type!);
        return
        [
            .. Named("READY"u8),
            .. Property("Socket-Type"u8, name),
            .. identity.Length == 0 ? [] : Property("Identity"u8, identity),
        ];
    }

    private static byte[] Property(ReadOnlySpan<byte> name, byte[] value)
    {
        byte[] length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return [.. Named(name), .. length, .. value];
    }

    private static byte[] Named(ReadOnlySpan<byte> name) => [(byte)name.Length, .. name];

    private static Ready DecodeReady(ReadOnlySpan<byte> body)
    {
        string? type = null;
        byte[] identity = [];
        while (body.Length > 0)
        {
            string name = Encoding.Latin1.GetString(Take(ref body, TakeByte(ref body)));
            uint length = BinaryPrimitives.ReadUInt32BigEndian(Take(ref body, sizeof(uint)));
            ReadOnlySpan<byte> value = Take(ref body, (int)Math.Min(length, int.MaxValue));
            if (name.Equals("Socket-Type", StringComparison.OrdinalIgnoreCase))
                type = Encoding.Latin1.GetString(value);
            else if (name.Equals("Identity", StringComparison.OrdinalIgnoreCase))
                identity = value.Length <= LongestName ? value.ToArray() : throw new ZmtpException("An identity is too long.");
        }
        return new Ready(type, identity);
    }

    // Two bytes say after how many tenths of a second the peer will lose patience; we answer at once.
    private static byte[] ReadContext(ReadOnlySpan<byte> body)
    {
        Take(ref body, sizeof(ushort));
        return body.Length <= LongestContext ? body.ToArray() : throw new ZmtpException("A PING has too long a context.");
    }

    private static int TakeByte(ref ReadOnlySpan<byte> body) => Take(ref body, 1)[0];

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> body, int length)
    {
        if (length > body.Length)
            throw new ZmtpException("A command ends too early.");
        ReadOnlySpan<byte> taken = body[..length];
        body = body[length..];
        return taken;
    }
}
