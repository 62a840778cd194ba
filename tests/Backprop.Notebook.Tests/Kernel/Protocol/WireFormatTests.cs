using System.Text;
using Backprop.Kernel;

namespace Backprop.Tests.Kernel.Protocol;

public sealed class WireFormatTests
{
    private static readonly ReadOnlyMemory<byte> Parent =
        """{"msg_id":"1","msg_type":"execute_request","session":"s"}"""u8.ToArray();

    private readonly WireFormat sender = new(new Signer("key"));
    private readonly WireFormat receiver = new(new Signer("key"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20)]
    public void A_message_comes_out_as_it_went_in_with_all_its_identities(int identities)
    {
        ReadOnlyMemory<byte>[] ids = [.. Enumerable.Range(0, identities).Select(i => (ReadOnlyMemory<byte>)new[] { (byte)i })];
        ZmtpMessage sent = sender.Write(ids, "stream", Parent, Json.Write(new ExecuteInput("é <b>\n", 3)));
        var buffers = new ZmtpMessage([.. sent.Frames, new byte[] { 1, 2 }, Array.Empty<byte>()]);
        JupyterMessage got = receiver.Read(buffers);
        Assert.Equal(ids.Select(i => i.ToArray()), got.Identities.Select(i => i.ToArray()));
        Assert.Equal("stream", got.Header.MsgType);
        Assert.Equal("5.4", got.Header.Version);
        Assert.EndsWith("Z", got.Header.Date);
        Assert.Equal(new ExecuteInput("é <b>\n", 3), Json.Read<ExecuteInput>(got.Content));
        Assert.Equal([2, 0], got.Buffers.Select(b => b.Length));
    }

    [Fact]
    public void The_signature_is_that_of_the_specification()
    {
        // RFC 4231, test case 2.
        byte[] signature = new Signer("Jefe").Sign("what do ya want "u8.ToArray(), "for nothing?"u8.ToArray());
        Assert.Equal("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", Encoding.ASCII.GetString(signature));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_message_that_was_changed_is_refused(int part)
    {
        ZmtpMessage sent = sender.Write([new byte[] { 7 }], "status", Parent, "{}"u8.ToArray());
        byte[] changed = [.. sent.Frames[1 + part].ToArray(), (byte)' '];
        var forged = new ZmtpMessage([.. sent.Frames.Select((frame, i) => i == 1 + part ? changed : frame)]);
        Assert.Contains("signature", Assert.Throws<MessageException>(() => receiver.Read(forged)).Message);
        Assert.Equal("status", receiver.Read(sent).Header.MsgType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("5bdcc146")]
    public void What_is_no_signature_is_refused(string signature)
    {
        ZmtpMessage sent = sender.Write([], "status", Parent, "{}"u8.ToArray());
        var forged = new ZmtpMessage([.. sent.Frames.Select((f, i) => i == 1 ? Encoding.ASCII.GetBytes(signature) : f)]);
        Assert.Throws<MessageException>(() => receiver.Read(forged));
    }

    [Fact]
    public void A_message_that_comes_again_is_refused()
    {
        ZmtpMessage sent = sender.Write([], "status", Parent, "{}"u8.ToArray());
        receiver.Read(sent);
        Assert.Contains("second time", Assert.Throws<MessageException>(() => receiver.Read(sent)).Message);
        ZmtpMessage upperCase = new([.. sent.Frames.Select((f, i) =>
            i == 1 ? Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(f.Span).ToUpperInvariant()) : f)]);
        Assert.Throws<MessageException>(() => receiver.Read(upperCase));
        receiver.Read(sender.Write([], "status", Parent, "{}"u8.ToArray()));
    }

    [Fact]
    public void Without_a_key_nothing_is_signed_and_nothing_checked()
    {
        var open = new WireFormat(new Signer(""));
        ZmtpMessage sent = open.Write([], "status", default, "{}"u8.ToArray());
        Assert.Equal(0, sent.Frames[1].Length);
        Assert.Equal("status", open.Read(sent).Header.MsgType);
        Assert.Equal("status", open.Read(sent).Header.MsgType);
    }

    [Theory]
    [InlineData("<IDS|MSG>")]
    [InlineData("a", "b")]
    [InlineData("<IDS|MSG>", "", "{}", "{}", "{}")]
    [InlineData("<IDS|MSG>", "", "", "{}", "{}", "{}")]
    [InlineData("<IDS|MSG>", "", "{", "{}", "{}", "{}")]
    [InlineData("<IDS|MSG>", "", "null", "{}", "{}", "{}")]
    [InlineData("<IDS|MSG>", "", "[]", "{}", "{}", "{}")]
    [InlineData("<IDS|MSG>", "", "{}", "{}", "{}", "{}")]
    [InlineData("<IDS|MSG>", "", "{\"msg_id\":1,\"msg_type\":\"x\"}", "{}", "{}", "{}")]
    [InlineData("<IDS|MSG>", "", "{\"msg_id\":null,\"msg_type\":\"x\"}", "{}", "{}", "{}")]
    public void What_is_no_message_is_refused(params string[] frames)
    {
        var open = new WireFormat(new Signer(""));
        var message = new ZmtpMessage([.. frames.Select(f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f))]);
        Assert.Throws<MessageException>(() => open.Read(message));
    }

    [Fact]
    public void Changed_messages_are_refused_and_do_nothing_worse()
    {
        var open = new WireFormat(new Signer(""));
        var random = new Random(3);
        byte[][] valid = [.. sender.Write([new byte[] { 1 }], "execute_request", Parent,
            Json.Write(new ExecuteRequest("1+1"))).Frames.Select(f => f.ToArray())];
        int refused = 0;
        for (int round = 0; round < 20_000; round++)
        {
            byte[][] frames = [.. valid.Select(f => f.ToArray())];
            int frame = random.Next(frames.Length);
            if (frames[frame].Length > 0)
                frames[frame][random.Next(frames[frame].Length)] = (byte)random.Next(256);
            try
            {
                _ = Json.Read<ExecuteRequest>(open.Read(new ZmtpMessage([.. frames.Select(f => (ReadOnlyMemory<byte>)f)])).Content);
            }
            catch (Exception error) when (error is MessageException or System.Text.Json.JsonException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 1000, 19_000);
    }

    [Fact]
    public void Deep_JSON_is_refused_and_not_followed()
    {
        string deep = new string('[', 100_000) + new string(']', 100_000);
        byte[] content = Encoding.UTF8.GetBytes($$"""{"comm_id":"1","target_name":"t","data":{{deep}}}""");
        Assert.Throws<System.Text.Json.JsonException>(() => Json.Read<CommOpen>(content));
    }
}
