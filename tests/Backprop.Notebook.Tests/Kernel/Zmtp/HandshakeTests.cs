using System.Net.Sockets;
using Backprop.Kernel;

namespace Backprop.Tests.Kernel.Zmtp;

public sealed class HandshakeTests : IAsyncDisposable
{
    private static readonly ZmtpAddress Any = ZmtpAddress.Parse("tcp://127.0.0.1:0");

    private readonly RouterSocket router = new(new ZmtpLimits { Handshake = TimeSpan.FromSeconds(30) });

    public static TheoryData<string, byte[]> Strangers => new()
    {
        { "a browser", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray() },
        { "a few letters", "hello, is"u8.ToArray() },
        { "ZMTP 2", [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 1, 5, 0, 0] },
        { "another mechanism", Bytes.Greeting(mechanism: "PLAIN") },
        { "a socket that does not fit", [.. Bytes.Greeting(), .. Bytes.Ready("PUB")] },
        { "a socket of no known type", [.. Bytes.Greeting(), .. Bytes.Ready("TELEPHONE")] },
        { "a message before READY", [.. Bytes.Greeting(), .. Bytes.Frame("hi")] },
        { "another command before READY", [.. Bytes.Greeting(), .. Bytes.Command("PING", [0, 1])] },
        { "an error", [.. Bytes.Greeting(), .. Bytes.Command("ERROR", [2, .. "no"u8])] },
        { "half a property", [.. Bytes.Greeting(), .. Bytes.Command("READY", [11, .. "Socket-Type"u8, 0, 0, 0, 99])] },
        { "a huge READY", [.. Bytes.Greeting(), 6, .. Bytes.Length(1L << 40)] },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Who_speaks_something_else_is_closed_and_others_are_served(string who, byte[] says)
    {
        ZmtpAddress address = router.Bind(Any);
        using RawPeer stranger = await RawPeer.ConnectAsync(address, says);
        if (who == "a few letters")
            stranger.HalfClose();
        await stranger.ReadToEndAsync();

        await using ClientSocket client = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer);
        client.Send(Bytes.Message("served"));
        Assert.Equal("served", (await router.NextAsync()).Texts()[1]);
        Assert.Equal(1, router.PeerCount);
    }

    [Fact]
    public async Task Who_says_nothing_or_too_little_is_closed_after_a_while()
    {
        await using var impatient = new RouterSocket(new ZmtpLimits { Handshake = TimeSpan.FromMilliseconds(50) });
        ZmtpAddress address = impatient.Bind(Any);
        using RawPeer silent = await RawPeer.ConnectAsync(address);
        using RawPeer halting = await RawPeer.ConnectAsync(address, Bytes.Greeting()[..40]);
        using RawPeer nameless = await RawPeer.ConnectAsync(address, Bytes.Greeting());
        foreach (RawPeer peer in new[] { silent, halting, nameless })
            await peer.ReadToEndAsync();
        Assert.Equal(0, impatient.PeerCount);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(3, 1)]
    [InlineData(3, 9)]
    [InlineData(4, 0)]
    public async Task Every_version_from_3_on_is_served(byte major, byte minor)
    {
        ZmtpAddress address = router.Bind(Any);
        byte[] greeting = Bytes.Greeting(minor, major: major);
        using RawPeer peer = await RawPeer.ConnectAsync(address, greeting, Bytes.Ready(), Bytes.Frame("hello"));
        Assert.Equal("hello", (await router.NextAsync()).Texts()[1]);
    }

    [Fact]
    public async Task The_server_greets_without_waiting_and_introduces_itself()
    {
        ZmtpAddress address = router.Bind(Any);
        using RawPeer peer = await RawPeer.ConnectAsync(address);
        Assert.Equal(Bytes.Greeting(), await peer.ReadAsync(64));
        await peer.SendAsync(Bytes.Greeting());
        byte[] ready = Bytes.Ready("ROUTER");
        Assert.Equal(ready, await peer.ReadAsync(ready.Length));
    }

    [Fact]
    public async Task A_peer_may_send_byte_by_byte()
    {
        ZmtpAddress address = router.Bind(Any);
        using RawPeer peer = await RawPeer.ConnectAsync(address);
        byte[] all = [.. Bytes.Greeting(), .. Bytes.Ready(), .. Bytes.Frame("one", more: true), .. Bytes.Frame("two")];
        foreach (byte one in all)
            await peer.SendAsync([one]);
        Assert.Equal(["one", "two"], (await router.NextAsync()).Texts()[1..]);
    }

    [Fact]
    public async Task Unix_sockets_are_served_as_TCP_is()
    {
        string path = Path.Combine(Path.GetTempPath(), $"zmtp-{Guid.NewGuid():N}-1");
        ZmtpAddress address = router.Bind(ZmtpAddress.Parse($"ipc://{path}"));
        await using (ClientSocket client = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer))
        {
            client.Send(Bytes.Message("over a file"));
            Assert.Equal("over a file", (await router.NextAsync()).Texts()[1]);
        }
        await router.DisposeAsync();
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("tcp")]
    [InlineData("ipc")]
    public async Task An_address_is_taken_as_long_as_somebody_listens_there(string transport)
    {
        string path = Path.Combine(Path.GetTempPath(), $"zmtp-{Guid.NewGuid():N}-1");
        ZmtpAddress address = router.Bind(transport == "tcp" ? Any : ZmtpAddress.Parse($"ipc://{path}"));
        await using var second = new RouterSocket();
        Assert.Throws<SocketException>(() => second.Bind(address));
        await using (await ClientSocket.ConnectAsync(address, ZmtpType.Dealer))
            await router.DisposeAsync();
        second.Bind(address);
    }

    [Fact]
    public async Task A_file_that_a_killed_process_left_is_no_hindrance()
    {
        string path = Path.Combine(Path.GetTempPath(), $"zmtp-{Guid.NewGuid():N}-1");
        ZmtpAddress address = ZmtpAddress.Parse($"ipc://{path}");
        var killed = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        killed.Bind(address.EndPoint);
        File.Move(path, path + ".kept");
        killed.Dispose();
        File.Move(path + ".kept", path);
        router.Bind(address);
        await using ClientSocket client = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer);
    }

    [Theory]
    [InlineData("tcp://127.0.0.1")]
    [InlineData("tcp://:5")]
    [InlineData("tcp://127.0.0.1:99999")]
    [InlineData("udp://127.0.0.1:5")]
    [InlineData("tcp://example.org:5")]
    public void What_is_no_address_is_refused_with_an_example(string text)
    {
        Assert.Contains("Write", Assert.Throws<FormatException>(() => ZmtpAddress.Parse(text)).Message);
    }

    public ValueTask DisposeAsync() => router.DisposeAsync();
}
