using Backprop.Kernel;

namespace Backprop.Tests.Kernel.Zmtp;

public sealed class FrameTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 3)]
    [InlineData(254, 256)]
    [InlineData(255, 257)]
    [InlineData(256, 265)]
    [InlineData(257, 266)]
    [InlineData(65_535, 65_544)]
    [InlineData(65_536, 65_545)]
    [InlineData(10_000_000, 10_000_009)]
    public async Task A_frame_of_any_length_comes_back_as_it_was(int length, int onTheWire)
    {
        byte[] body = new byte[length];
        new Random(length).NextBytes(body);
        byte[] wire = await WriteAsync(new ZmtpMessage(body));
        Assert.Equal(onTheWire, wire.Length);
        Frame frame = Assert.Single(await ReadAsync(wire));
        Assert.Equal(body, frame.Body);
        Assert.False(frame.HasMore);
    }

    [Fact]
    public async Task The_frames_of_a_message_are_written_as_the_specification_says()
    {
        byte[] wire = await WriteAsync(Bytes.Message("a", "", new string('x', 300)));
        byte[] expected =
            [.. Bytes.Frame("a", more: true), .. Bytes.Frame("", more: true), .. Bytes.Frame(new string('x', 300))];
        Assert.Equal(expected, wire);
    }

    [Fact]
    public async Task A_stream_cut_into_pieces_at_random_gives_the_same_frames()
    {
        var random = new Random(5);
        var messages = Enumerable.Range(0, 300).Select(_ => RandomMessage(random)).ToList();
        byte[] wire = [.. (await Task.WhenAll(messages.Select(WriteAsync))).SelectMany(bytes => bytes)];
        string[] expected = [.. messages.SelectMany(m => m.Frames).Select(f => Convert.ToHexString(f.Span))];
        for (int round = 0; round < 20; round++)
        {
            List<Frame> frames = await ReadAsync(wire, () => random.Next(1, 1 << random.Next(1, 14)));
            Assert.Equal(expected, frames.Select(f => Convert.ToHexString(f.Body)));
        }
    }

    [Theory]
    [InlineData("02FFFFFFFFFFFFFFFF", "A frame of 18446744073709551615 bytes")]
    [InlineData("020000000008000001", "A frame of 134217729 bytes")]
    [InlineData("060000000000004001", "at most 16384 are allowed")]
    [InlineData("8000", "reserved flags")]
    [InlineData("0800", "reserved flags")]
    [InlineData("0500", "claims to go on")]
    [InlineData("0005616263", "ended within a frame")]
    [InlineData("0200", "ended within a frame")]
    [InlineData("00", "ended within a frame")]
    public async Task What_is_no_frame_is_refused(string hex, string reason)
    {
        var error = await Assert.ThrowsAsync<ZmtpException>(() => ReadAsync(Convert.FromHexString(hex)));
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public async Task A_length_that_is_not_followed_by_bytes_costs_no_memory()
    {
        byte[] wire = [2, .. Bytes.Length(100_000_000), 1, 2, 3];
        var reader = new FrameReader(new ScriptedStream(wire), new ZmtpLimits());
        long before = GC.GetAllocatedBytesForCurrentThread();
        await Assert.ThrowsAsync<ZmtpException>(() => reader.ReadAsync(default).AsTask());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static ZmtpMessage RandomMessage(Random random) =>
        new([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ =>
        {
            byte[] body = new byte[random.Next(random.Next(2) == 0 ? 20 : 2000)];
            random.NextBytes(body);
            return (ReadOnlyMemory<byte>)body;
        })]);

    private static async Task<byte[]> WriteAsync(ZmtpMessage message)
    {
        var stream = new MemoryStream();
        var writer = new FrameWriter(stream);
        await writer.WriteAsync(message, default);
        await writer.FlushAsync(default);
        return stream.ToArray();
    }

    private static async Task<List<Frame>> ReadAsync(byte[] wire, Func<int>? piece = null)
    {
        var reader = new FrameReader(new ScriptedStream(wire, piece), new ZmtpLimits());
        var frames = new List<Frame>();
        while (await reader.ReadAsync(default) is { } frame)
            frames.Add(frame);
        return frames;
    }
}
