using System.Diagnostics;
using Backprop.Kernel;

namespace Backprop.Tests.Kernel.Zmtp;

public sealed class RouterTests : IAsyncDisposable
{
    private readonly RouterSocket router = new();
    private readonly ZmtpAddress address;

    public RouterTests() => address = router.Bind(ZmtpAddress.Parse("tcp://127.0.0.1:0"));

    [Fact]
    public async Task An_answer_reaches_the_peer_that_asked_and_no_other()
    {
        await using ClientSocket one = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer, "one"u8.ToArray());
        await using ClientSocket two = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer);
        one.Send(Bytes.Message("a", "b"));
        ZmtpMessage first = await router.NextAsync();
        Assert.Equal(["one", "a", "b"], first.Texts());
        two.Send(Bytes.Message("c"));
        ZmtpMessage second = await router.NextAsync();
        Assert.Equal(5, second.Frames[0].Length);
        Assert.Equal(0, second.Frames[0].Span[0]);

        Assert.True(router.Send(new ZmtpMessage(second.Frames[0], "to two"u8.ToArray())));
        Assert.True(router.Send(new ZmtpMessage(first.Frames[0], "to one"u8.ToArray())));
        Assert.Equal(["to one"], (await one.NextAsync()).Texts());
        Assert.Equal(["to two"], (await two.NextAsync()).Texts());
    }

    [Fact]
    public async Task An_answer_to_a_peer_that_left_is_dropped()
    {
        await using (ClientSocket gone = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer, "gone"u8.ToArray()))
        {
            gone.Send(Bytes.Message("a"));
            await router.NextAsync();
        }
        await UntilAsync(() => router.PeerCount == 0);
        Assert.False(router.Send(Bytes.Message("gone", "b")));
        Assert.False(router.Send(Bytes.Message("never there", "b")));
    }

    [Fact]
    public async Task A_client_that_comes_back_gets_what_is_for_its_name_though_the_old_connection_is_half_open()
    {
        using RawPeer halfOpen = await RawPeer.ConnectAsync(address, Bytes.Greeting(), Bytes.Ready("DEALER", "session"));
        await UntilAsync(() => router.PeerCount == 1);
        await using ClientSocket back = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer, "session"u8.ToArray());
        back.Send(Bytes.Message("I am back"));
        Assert.Equal(["session", "I am back"], (await router.NextAsync()).Texts());
        Assert.True(router.Send(Bytes.Message("session", "welcome")));
        Assert.Equal(["welcome"], (await back.NextAsync()).Texts());
        halfOpen.Dispose();
        await UntilAsync(() => router.PeerCount == 1);
        Assert.True(router.Send(Bytes.Message("session", "still there")));
        Assert.Equal(["still there"], (await back.NextAsync()).Texts());
    }

    [Fact]
    public async Task Two_clients_of_one_name_get_their_own_answers()
    {
        await using ClientSocket one = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer, "same"u8.ToArray());
        await using ClientSocket two = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer, "same"u8.ToArray());
        for (int round = 0; round < 10; round++)
        {
            foreach ((ClientSocket client, string text) in new[] { (one, "1"), (two, "2") })
            {
                client.Send(Bytes.Message(text));
                RouterMessage got = await router.ReceiveAsync(default);
                Assert.Equal(["same", text], got.Message.Texts());
                Assert.True(router.Send(got.Message, got.From));
                Assert.Equal([text], (await client.NextAsync()).Texts());
            }
        }
    }

    [Fact]
    public async Task An_answer_whose_connection_is_gone_finds_the_client_that_came_back()
    {
        ClientSocket gone = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer, "session"u8.ToArray());
        gone.Send(Bytes.Message("ask"));
        RouterMessage ask = await router.ReceiveAsync(default);
        await gone.DisposeAsync();
        await UntilAsync(() => router.PeerCount == 0);
        await using ClientSocket back = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer, "session"u8.ToArray());
        await UntilAsync(() => router.PeerCount == 1);
        Assert.True(router.Send(ask.Message, ask.From));
        Assert.Equal(["ask"], (await back.NextAsync()).Texts());
    }

    [Fact]
    public async Task A_message_that_is_cut_off_is_not_delivered()
    {
        foreach (byte[] end in new[] { Bytes.Frame("b", more: true), [1, 200, 1, 2, 3], [2, 0, 0] })
        {
            byte[] half = [.. Bytes.Frame("half", more: true), .. end];
            using RawPeer cut = await RawPeer.ConnectAsync(address, Bytes.Greeting(), Bytes.Ready(), half);
            cut.HalfClose();
            await cut.ReadToEndAsync();
        }
        await using ClientSocket whole = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer);
        whole.Send(Bytes.Message("whole"));
        Assert.Equal("whole", (await router.NextAsync()).Texts()[1]);
    }

    [Fact]
    public async Task Commands_between_the_frames_of_a_message_change_nothing_about_it()
    {
        byte[] ping = Bytes.Command("PING", [0, 10, .. "now"u8]);
        byte[] unknown = Bytes.Command("JOIN", [1, 2]);
        using RawPeer peer = await RawPeer.ConnectAsync(
            address, Bytes.Greeting(), Bytes.Ready(), ping, Bytes.Frame("a", more: true), ping, unknown, Bytes.Frame("b"));
        Assert.Equal(["a", "b"], (await router.NextAsync()).Texts()[1..]);
        byte[] pong = Bytes.Command("PONG", "now"u8.ToArray());
        byte[] expected = [.. Bytes.Greeting(), .. Bytes.Ready("ROUTER"), .. pong, .. pong];
        Assert.Equal(expected, await peer.ReadAsync(expected.Length));
    }

    [Fact]
    public async Task A_peer_that_does_not_take_its_answers_is_not_read_from_and_loses_none()
    {
        const int Rounds = 3000;
        byte[] answer = new byte[20_000];
        byte[][] asks = [.. Enumerable.Repeat(Bytes.Frame("ask"), Rounds)];
        using RawPeer slow = await RawPeer.ConnectAsync(
            address, Bytes.Greeting(), Bytes.Ready("DEALER", "slow"), [.. asks.SelectMany(a => a)]);
        var answered = 0;
        Task answering = Task.Run(async () =>
        {
            for (; answered < Rounds; answered++)
            {
                ZmtpMessage ask = await router.NextAsync();
                router.Send(new ZmtpMessage(ask.Frames[0], answer));
            }
        });
        await Task.WhenAny(answering, Task.Delay(300));
        Assert.InRange(answered, 1, Rounds - 1);

        await using ClientSocket other = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer, "other"u8.ToArray());
        await UntilAsync(() => router.Send(Bytes.Message("other", "not held up")));
        Assert.Equal(["not held up"], (await other.NextAsync()).Texts());

        await slow.ReadAsync(64 + Bytes.Ready("ROUTER").Length + (Rounds * (answer.Length + 9)));
        await answering;
        Assert.Equal(Rounds, answered);
    }

    [Fact]
    public async Task Fifty_peers_that_come_and_go_leave_nothing_behind()
    {
        await ComeAndGoAsync(50);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task A_thousand_peers_that_come_and_go_leave_nothing_behind()
    {
        await ComeAndGoAsync(1000);
    }

    [Fact]
    public async Task More_peers_than_allowed_are_turned_away_until_one_leaves()
    {
        await using var small = new RouterSocket(new ZmtpLimits { Peers = 2 });
        ZmtpAddress at = small.Bind(ZmtpAddress.Parse("tcp://127.0.0.1:0"));
        ClientSocket first = await ClientSocket.ConnectAsync(at, ZmtpType.Dealer);
        await using ClientSocket second = await ClientSocket.ConnectAsync(at, ZmtpType.Dealer);
        using RawPeer third = await RawPeer.ConnectAsync(at);
        Assert.Empty(await third.ReadToEndAsync());
        await first.DisposeAsync();
        await UntilAsync(() => small.PeerCount == 1);
        await using ClientSocket fourth = await ClientSocket.ConnectAsync(at, ZmtpType.Dealer);
        fourth.Send(Bytes.Message("in"));
        Assert.Equal("in", (await small.NextAsync()).Texts()[1]);
    }

    [Fact]
    public async Task What_was_sent_before_closing_arrives()
    {
        await using ClientSocket client = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer, "me"u8.ToArray());
        await UntilAsync(() => router.PeerCount == 1);
        for (int i = 0; i < 100; i++)
            router.Send(new ZmtpMessage("me"u8.ToArray(), new byte[30_000]));
        ValueTask closing = router.DisposeAsync();
        for (int i = 0; i < 100; i++)
            Assert.Equal(30_000, (await client.NextAsync()).Frames[0].Length);
        await closing;
    }

    [Fact]
    public async Task Closing_does_not_wait_for_a_peer_that_is_stuck()
    {
        byte[] asks = [.. Enumerable.Repeat(Bytes.Frame("ask"), 2000).SelectMany(ask => ask)];
        using RawPeer stuck = await RawPeer.ConnectAsync(address, Bytes.Greeting(), Bytes.Ready("DEALER", "me"), asks);
        await UntilAsync(() => router.PeerCount == 1);
        for (int i = 0; i < 100; i++)
            router.Send(new ZmtpMessage("me"u8.ToArray(), new byte[1_000_000]));
        await router.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, router.PeerCount);
    }

    public ValueTask DisposeAsync() => router.DisposeAsync();

    private async Task ComeAndGoAsync(int rounds)
    {
        int before = Handles();
        for (int i = 0; i < rounds; i++)
        {
            switch (i % 4)
            {
                case 0:
                    await using (ClientSocket client = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer))
                        client.Send(Bytes.Message("hello"));
                    break;
                case 1:
                    (await RawPeer.ConnectAsync(address, Bytes.Greeting(), Bytes.Ready(), [2, 0])).Dispose();
                    break;
                case 2:
                    (await RawPeer.ConnectAsync(address, "nonsense nonsense"u8.ToArray())).Dispose();
                    break;
                default:
                    (await RawPeer.ConnectAsync(address)).Dispose();
                    break;
            }
        }
        await UntilAsync(() => router.PeerCount == 0 && Handles() <= before + 10);
        await using ClientSocket last = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer);
        last.Send(Bytes.Message("last"));
        string text;
        do
            text = (await router.NextAsync()).Texts()[1];
        while (text == "hello");
        Assert.Equal("last", text);
    }

    private static int Handles()
    {
        using var self = Process.GetCurrentProcess();
        return Directory.Exists("/proc/self/fd") ? Directory.GetFiles("/proc/self/fd").Length : self.HandleCount;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (int i = 0; i < 3000 && !condition(); i++)
            await Task.Delay(10);
        Assert.True(condition());
    }
}
