namespace Backprop.Kernel;

/// <summary>Reads frames: flags (1 byte), length (1 or 8 bytes, big-endian), body. It believes no length.</summary>
internal sealed class FrameReader(Stream stream, ZmtpLimits limits)
{
    private const FrameFlags Known = FrameFlags.More | FrameFlags.Long | FrameFlags.Command;
    private const int FirstPiece = 256 << 10;

    private readonly byte[] buffer = new byte[16 << 10];
    private int start;
    private int end;

    /// <summary>The next frame; null where the peer has closed its side between two frames.</summary>
    /// <exception cref="ZmtpException">What came is no frame, is too long, or ends within.</exception>
    public async ValueTask<Frame?> ReadAsync(CancellationToken stop)
    {
        if (start == end && !await FillAsync(stop))
            return null;
        var flags = (FrameFlags)await NextByteAsync(stop);
        if ((flags & ~Known) != 0)
            throw new ZmtpException("A frame has reserved flags.");
        if (flags.HasFlag(FrameFlags.Command) && flags.HasFlag(FrameFlags.More))
            throw new ZmtpException("A command claims to go on in another frame.");
        ulong length = flags.HasFlag(FrameFlags.Long) ? await LongLengthAsync(stop) : await NextByteAsync(stop);
        ulong most = flags.HasFlag(FrameFlags.Command) ? (ulong)limits.Command : (ulong)limits.Message;
        if (length > most)
            throw new ZmtpException($"A frame of {length} bytes came; at most {most} are allowed.");
        return new Frame(flags, await BodyAsync((int)length, stop));
    }

    private async ValueTask<ulong> LongLengthAsync(CancellationToken stop)
    {
        ulong length = 0;
        for (int i = 0; i < sizeof(ulong); i++)
            length = (length << 8) | await NextByteAsync(stop);
        return length;
    }

    private async ValueTask<byte> NextByteAsync(CancellationToken stop)
    {
        if (start == end && !await FillAsync(stop))
            throw Cut();
        return buffer[start++];
    }

    // Memory follows what has really come: a peer that announces 100 MB and sends nothing costs a quarter of one.
    private async ValueTask<byte[]> BodyAsync(int length, CancellationToken stop)
    {
        byte[] body = new byte[Math.Min(length, FirstPiece)];
        int got = Math.Min(body.Length, end - start);
        buffer.AsSpan(start, got).CopyTo(body);
        start += got;
        while (got < length)
        {
            if (got == body.Length)
                Array.Resize(ref body, (int)Math.Min(length, 2L * got));
            int more = await stream.ReadAsync(body.AsMemory(got), stop);
            if (more == 0)
                throw Cut();
            got += more;
        }
        return body;
    }

    private async ValueTask<bool> FillAsync(CancellationToken stop)
    {
        (start, end) = (0, await stream.ReadAsync(buffer, stop));
        return end > 0;
    }

    private static ZmtpException Cut() => new("The connection ended within a frame.");
}
