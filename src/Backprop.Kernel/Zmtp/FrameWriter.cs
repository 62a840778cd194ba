using System.Buffers.Binary;

namespace Backprop.Kernel;

/// <summary>Writes frames. Small ones are gathered and leave together; large ones are not copied.</summary>
internal sealed class FrameWriter(Stream stream)
{
    private const int LongestHeader = 9;
    private const int ShortLength = 255;

    private readonly byte[] buffer = new byte[16 << 10];
    private int used;

    /// <summary>Writes a message, its frames one after the other.</summary>
    public async ValueTask WriteAsync(ZmtpMessage message, CancellationToken stop)
    {
        for (int i = 0; i < message.Frames.Count; i++)
        {
            FrameFlags flags = i + 1 < message.Frames.Count ? FrameFlags.More : FrameFlags.None;
            await WriteAsync(flags, message.Frames[i], stop);
        }
    }

    /// <summary>Writes a command.</summary>
    public ValueTask WriteCommandAsync(byte[] body, CancellationToken stop) =>
        WriteAsync(FrameFlags.Command, body, stop);

    /// <summary>Sends what was gathered.</summary>
    public async ValueTask FlushAsync(CancellationToken stop)
    {
        if (used > 0)
            await stream.WriteAsync(buffer.AsMemory(0, used), stop);
        used = 0;
    }

    private async ValueTask WriteAsync(FrameFlags flags, ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        if (used + LongestHeader > buffer.Length)
            await FlushAsync(stop);
        WriteHeader(flags, body.Length);
        if (body.Length > buffer.Length - used)
        {
            await FlushAsync(stop);
            if (body.Length > buffer.Length)
            {
                await stream.WriteAsync(body, stop);
                return;
            }
        }
        body.CopyTo(buffer.AsMemory(used));
        used += body.Length;
    }

    private void WriteHeader(FrameFlags flags, int length)
    {
        if (length <= ShortLength)
        {
            buffer[used++] = (byte)flags;
            buffer[used++] = (byte)length;
            return;
        }
        buffer[used++] = (byte)(flags | FrameFlags.Long);
        BinaryPrimitives.WriteUInt64BigEndian(buffer.AsSpan(used), (ulong)length);
        used += sizeof(ulong);
    }
}
