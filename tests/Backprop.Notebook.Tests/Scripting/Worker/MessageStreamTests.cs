using System.Text.Json.Nodes;
using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Worker;

public sealed class MessageStreamTests
{
    private static readonly MimeBundle Bundle = new MimeBundle { Metadata = { ["width"] = 3 } }
        .Add("text/plain", "é🙂\0\r\n")
        .Add("application/json", JsonNode.Parse("""{"a":[1,2.5,"x"]}""")!);

    private static readonly Message[] Samples =
    [
        new Message.Run(new Cell("", "")),
        new Message.Run(new Cell("var x = 1;\n// é🙂", "cell 1")),
        new Message.Shown(new StreamOutput("text", IsError: true)),
        new Message.Shown(new StreamOutput(new string('é', 100_000), IsError: false)),
        new Message.Shown(new DisplayOutput(Bundle)),
        new Message.Shown(new DisplayOutput(Bundle, "id")),
        new Message.Shown(new UpdateOutput(Bundle, "id")),
        new Message.Shown(new ClearOutput(Wait: true)),
        new Message.Shown(new NextCellOutput("1 + 1", Replace: true)),
        new Message.Ended(new CellResult(CellStatus.Ok)),
        new Message.Ended(new CellResult(CellStatus.Ok, Bundle)),
        new Message.Ended(new CellResult(CellStatus.Failed, Error: new CellError("E", "message", 3, ["a", "", "c"]))),
        new Message.Leaving(-1),
        new Message.Complete(7, "Console.é🙂", 9),
        new Message.Inspect(8, "x", 1, WithSource: true),
        new Message.IsComplete(-9, "if (x)"),
        new Message.Completed(7, new Completions(8, 9, [new("Write", CompletionKind.Method, "void Write()")])),
        new Message.Completed(7, Completions.None(3)),
        new Message.Inspected(8, Bundle),
        new Message.Inspected(8, null),
        new Message.Judged(-9, new Completeness(CompletenessStatus.Incomplete, "    ")),
        new Message.Run(new Cell("1", "cell 2"), 7, IsLive: true),
        new Message.Source(7),
        new Message.InputWanted(3, new InputQuestion("Name:", IsPassword: true)),
        new Message.InputGiven(3, "é"),
        new Message.InputGiven(4, null),
        new Message.Run(new Cell("", "a widget") { Comm = new CommMessage(CommStep.Open, "c", "kind", new() { ["é"] = 1 }) }, 8),
        new Message.Shown(new CommOutput(new CommMessage(CommStep.Send, "c", "", new() { ["html"] = "<b>" }))),
        new Message.Shown(new CommOutput(new CommMessage(CommStep.Close, "c", "", []))),
    ];

    [Fact]
    public void Every_message_comes_out_as_it_went_in()
    {
        using var stream = Reader(Written(Samples));
        foreach (Message sample in Samples)
            Assert.Equivalent(Flat(sample), Flat(stream.Receive()!), strict: true);
        Assert.Null(stream.Receive());
    }

    [Fact]
    public void A_frame_that_comes_byte_by_byte_is_whole()
    {
        using var stream = new MessageStream(new Trickle(Written(Samples)), Stream.Null);
        Assert.All(Samples, sample => Assert.Equivalent(Flat(sample), Flat(stream.Receive()!), strict: true));
    }

    [Theory]
    [InlineData("a frame of another version", new byte[] { 9, 1, 0, 0, 0, 0 }, "version 9")]
    [InlineData("text", new byte[] { (byte)'H', (byte)'i' }, "version 72")]
    [InlineData("an unknown kind", new byte[] { 2, 99, 0, 0, 0, 0 }, "kind 99")]
    [InlineData("a frame above the limit", new byte[] { 2, 2, 1, 0, 0, 8 }, "134217729")]
    [InlineData("a negative length", new byte[] { 2, 2, 0, 0, 0, 0x80 }, "-2147483648")]
    [InlineData("a cut header", new byte[] { 2, 2, 0 }, "within a frame")]
    [InlineData("a cut payload", new byte[] { 2, 7, 4, 0, 0, 0, 9 }, "within a frame")]
    [InlineData("a field longer than its frame", new byte[] { 2, 2, 5, 0, 0, 0, 0, 255, 255, 255, 127 }, "field")]
    [InlineData("a flag that is no flag", new byte[] { 2, 5, 1, 0, 0, 0, 7 }, "flag")]
    [InlineData("bytes after the message", new byte[] { 2, 5, 2, 0, 0, 0, 1, 1 }, "too many")]
    [InlineData("an unknown kind of completion", new byte[]
        { 2, 35, 25, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 0, 0 },
        "CompletionKind 99")]
    [InlineData("an unknown status", new byte[] { 2, 6, 3, 0, 0, 0, 9, 0, 0 }, "status 9")]
    [InlineData("a list without items", new byte[] { 2, 4, 4, 0, 0, 0, 255, 255, 255, 127 }, "items")]
    public void Malformed_frames_end_the_connection_with_a_reason(string what, byte[] bytes, string reason)
    {
        using var stream = Reader(bytes);
        var error = Assert.Throws<ProtocolException>(() => stream.Receive());
        Assert.True(error.Message.Contains(reason, StringComparison.Ordinal), $"{what}: {error.Message}");
    }

    [Fact]
    public void No_damage_to_a_stream_does_worse_than_end_it()
    {
        byte[] valid = Written([.. Samples.Where((_, i) => i != 3)]);
        var random = new Random(8);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] damaged = valid[..random.Next(valid.Length + 1)];
            for (int i = random.Next(4); i > 0 && damaged.Length > 0; i--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            ReadToTheEnd(damaged);

            byte[] noise = new byte[random.Next(40)];
            random.NextBytes(noise);
            if (noise.Length > 6)
                (noise[0], noise[1], noise[3], noise[4], noise[5]) = (2, (byte)random.Next(1, 11), 0, 0, 0);
            ReadToTheEnd(noise);
        }
    }

    [Fact]
    public void A_message_above_the_limit_is_not_sent()
    {
        var written = new MemoryStream();
        using var stream = new MessageStream(Stream.Null, written);
        string text = new('x', MessageStream.MaxPayload);
        Assert.False(stream.Send(new Message.Shown(new StreamOutput(text, IsError: false))));
        Assert.True(stream.Send(Samples[0]));
        Assert.Equal(Written([Samples[0]]), written.ToArray());
    }

    [Fact]
    public void Threads_that_send_at_once_do_not_mix_their_frames()
    {
        var written = new MemoryStream();
        var sender = new MessageStream(Stream.Null, written);
        Parallel.For(0, 2000, i => sender.Send(Samples[i % 3]));
        using var stream = Reader(written.ToArray());
        int count = 0;
        while (stream.Receive() is not null)
            count++;
        Assert.Equal(2000, count);
    }

    private static void ReadToTheEnd(byte[] bytes)
    {
        using var stream = Reader(bytes);
        try
        {
            while (stream.Receive() is not null)
            {
            }
        }
        catch (ProtocolException)
        {
        }
    }

    private static byte[] Written(IEnumerable<Message> messages)
    {
        var written = new MemoryStream();
        var stream = new MessageStream(Stream.Null, written);
        foreach (Message message in messages)
            stream.Send(message);
        return written.ToArray();
    }

    private static MessageStream Reader(byte[] bytes) => new(new MemoryStream(bytes), Stream.Null);

    // Bundles and errors hold collections, which records compare by reference: as text they compare by content.
    private static string Flat(Message message) => message switch
    {
        Message.Shown(DisplayOutput d) => $"display {Flat(d.Data)} {d.Id}",
        Message.Shown(UpdateOutput u) => $"update {Flat(u.Data)} {u.Id}",
        Message.Completed(var id, var c) => $"completed {id} {c.Start} {c.End} {string.Join('|', c.Items)}",
        Message.Inspected(var id, var help) => $"inspected {id} {Flat(help)}",
        Message.Ended(var r) => $"ended {r.Status} {Flat(r.Value)} {Flat(r.Error)}",
        _ => message.ToString(),
    };

    private static string Flat(CellError? error) => error is null
        ? "none"
        : $"{error.Name} {error.Message} {error.Line} {string.Join('|', error.Traceback)}";

    private static string Flat(MimeBundle? bundle) => bundle is null
        ? "none"
        : string.Join('|', bundle.Formats.Select(f => f.Key + Flat(f.Value))) + bundle.Metadata.ToJsonString();

    private static string Flat(object content) => content is JsonNode json ? json.ToJsonString() : $"text {content}";

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
