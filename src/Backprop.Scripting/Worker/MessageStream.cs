using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Backprop.Scripting;

/// <summary>
/// Messages over a pair of byte streams. A frame is: protocol version (1 byte), kind of message (1 byte), length of the
/// payload (4 bytes, little-endian), payload. A frame of another version, of an unknown kind or above the size limit
/// ends
/// the connection.
/// </summary>
internal sealed class MessageStream(Stream input, Stream output) : IDisposable
{
    /// <summary>Changes whenever the messages do.</summary>
    public const byte Version = 2;

    /// <summary>The longest payload, in bytes.</summary>
    public const int MaxPayload = 128 << 20;

    private const int HeaderSize = 6;
    private const int KeptBuffer = 64 << 10;

    private readonly Lock writing = new();
    private readonly byte[] received = new byte[KeptBuffer];
    private ArrayBufferWriter<byte> buffer = new();

    /// <summary>
    /// Sends a message. When this returns, the operating system has it: it arrives even if this process dies.
    /// </summary>
    /// <returns>False, and nothing was sent, where the message is longer than <see cref="MaxPayload"/>.</returns>
    /// <exception cref="IOException">The other side is gone.</exception>
    public bool Send(Message message)
    {
        lock (writing)
        {
            buffer.ResetWrittenCount();
            buffer.Write((stackalloc byte[HeaderSize]));
            byte kind = MessageCodec.Encode(message, buffer);
            int length = buffer.WrittenCount - HeaderSize;
            if (length <= MaxPayload)
                output.Write(WithHeader(kind, length));
            if (buffer.Capacity > KeptBuffer)
                buffer = new ArrayBufferWriter<byte>();
            return length <= MaxPayload;
        }
    }

    /// <summary>
    /// Waits for the next message. Null where the other side has closed its end between two messages.
    /// </summary>
    /// <exception cref="ProtocolException">What came is no frame, or ends within one.</exception>
    public Message? Receive()
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        int got = input.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false);
        if (got == 0)
            return null;
        if (header[0] != Version)
            throw new ProtocolException($"A frame of version {header[0]} came where version {Version} is spoken.");
        if (got < HeaderSize)
            throw new ProtocolException("The connection ended within a frame.");
        int length = BinaryPrimitives.ReadInt32LittleEndian(header[2..]);
        if (length is < 0 or > MaxPayload)
            throw new ProtocolException($"A frame of {length} bytes came; at most {MaxPayload} are allowed.");

        byte[] payload = length <= received.Length ? received : new byte[length];
        if (input.ReadAtLeast(payload.AsSpan(0, length), length, throwOnEndOfStream: false) < length)
            throw new ProtocolException("The connection ended within a frame.");
        return MessageCodec.Decode(header[1], payload.AsSpan(0, length));
    }

    public void Dispose()
    {
        output.Dispose();
        input.Dispose();
    }

    private ReadOnlySpan<byte> WithHeader(byte kind, int length)
    {
        Span<byte> frame = MemoryMarshal.AsMemory(buffer.WrittenMemory).Span;
        (frame[0], frame[1]) = (Version, kind);
        BinaryPrimitives.WriteInt32LittleEndian(frame[2..], length);
        return frame;
    }
}
