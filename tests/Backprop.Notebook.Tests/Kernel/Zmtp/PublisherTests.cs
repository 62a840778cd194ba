using System.Diagnostics;
using System.Text;
using Backprop.Kernel;

namespace Backprop.Tests.Kernel.Zmtp;

public sealed class PublisherTests : IAsyncDisposable
{
    private static readonly ZmtpAddress Any = ZmtpAddress.Parse("tcp://127.0.0.1:0");

    // The welcome tells a subscriber that its subscription counts, so that tests need not wait for a while.
    private readonly PublisherSocket publisher = new(new ZmtpLimits
    {
        Waiting = 100_000,
        WaitingForSubscriber = 1_000_000,
        Patience = TimeSpan.FromMilliseconds(200),
    })
    {
        Welcome = topic => new ZmtpMessage(topic, "welcome"u8.ToArray()),
    };

    private readonly ZmtpAddress address;

    public PublisherTests() => address = publisher.Bind(Any);

    [Fact]
    public async Task A_subscriber_gets_what_begins_with_one_of_its_topics()
    {
        await using ClientSocket all = await SubscribeAsync("");
        await using ClientSocket some = await SubscribeAsync("kernel.", "stream");
        foreach (string topic in new[] { "kernel", "kernel.1", "streams", "error", "stream" })
            publisher.Send(Bytes.Message(topic, "body"));
        Assert.Equal(["kernel", "kernel.1", "streams", "error", "stream"], await TopicsAsync(all, 5));
        Assert.Equal(["kernel.1", "streams", "stream"], await TopicsAsync(some, 3));
    }

    [Fact]
    public async Task A_topic_that_was_asked_for_twice_must_be_cancelled_twice()
    {
        await using ClientSocket client = await SubscribeAsync("a", "a", "z");
        client.Cancel("a"u8.ToArray());
        await ConfirmAsync(client);
        publisher.Send(Bytes.Message("a1"));
        publisher.Send(Bytes.Message("z1"));
        Assert.Equal(["a1", "z1"], await TopicsAsync(client, 2));
        client.Cancel("a"u8.ToArray());
        client.Cancel("never asked for"u8.ToArray());
        await ConfirmAsync(client);
        publisher.Send(Bytes.Message("a2"));
        publisher.Send(Bytes.Message("z2"));
        Assert.Equal(["z2"], await TopicsAsync(client, 1));
    }

    [Fact]
    public async Task Peers_of_version_3_0_subscribe_by_messages()
    {
        using RawPeer old = await RawPeer.ConnectAsync(
            address, Bytes.Greeting(minor: 0), Bytes.Ready("SUB"),
            Bytes.Frame("\u0001a"), Bytes.Frame("\u0001b"), Bytes.Frame("\0a"), Bytes.Frame("?"), Bytes.Frame("\u0001c"));
        byte[] welcomes = [.. "abc".SelectMany(Welcomed)];
        await old.ReadAsync(64 + Bytes.Ready("XPUB").Length + welcomes.Length);
        foreach (string topic in new[] { "a", "b", "c" })
            publisher.Send(Bytes.Message(topic));
        byte[] expected = [.. Bytes.Frame("b"), .. Bytes.Frame("c")];
        Assert.Equal(expected, await old.ReadAsync(6));
    }

    [Fact]
    public async Task A_stuck_subscriber_costs_bounded_memory_and_others_lose_nothing()
    {
        using RawPeer stuck = await RawPeer.ConnectAsync(address, Bytes.Greeting(), Bytes.Ready("SUB"), Bytes.Command("SUBSCRIBE", []));
        await using ClientSocket quick = await SubscribeAsync("");
        await UntilAsync(() => publisher.PeerCount == 2);

        const int Count = 1000;
        Task<int> reading = Task.Run(async () =>
        {
            int read = 0;
            while (read < Count && int.Parse((await quick.NextAsync()).Texts()[0], null) == read)
                read++;
            return read;
        });
        byte[] body = new byte[50_000];
        for (int i = 0; i < Count; i++)
        {
            await publisher.RoomAsync(default);
            publisher.Send(new ZmtpMessage(Encoding.UTF8.GetBytes($"{i}"), body));
        }
        Assert.Equal(Count, await reading);
        Assert.InRange(publisher.Dropped, 1, Count);
    }

    [Fact]
    public async Task A_slow_subscriber_loses_nothing_when_the_publisher_asks_for_room()
    {
        await using ClientSocket slow = await SubscribeAsync("");
        const int Count = 300;
        Task sending = Task.Run(async () =>
        {
            for (int i = 0; i < Count; i++)
            {
                await publisher.RoomAsync(default);
                publisher.Send(new ZmtpMessage(Encoding.UTF8.GetBytes($"{i}"), new byte[50_000]));
            }
        });
        for (int i = 0; i < Count; i++)
        {
            Assert.Equal($"{i}", (await slow.NextAsync()).Texts()[0]);
            if (i % 50 == 0)
                await Task.Delay(20);
        }
        await sending;
        Assert.Equal(0, publisher.Dropped);
    }

    [Fact]
    public async Task A_message_larger_than_every_bound_arrives()
    {
        await using ClientSocket client = await SubscribeAsync("");
        publisher.Send(new ZmtpMessage("big"u8.ToArray(), new byte[10_000_000]));
        Assert.Equal(10_000_000, (await client.NextAsync()).Frames[1].Length);
    }

    [Fact]
    public async Task A_subscriber_that_asks_for_too_much_is_closed()
    {
        using RawPeer greedy = await RawPeer.ConnectAsync(address, Bytes.Greeting(), Bytes.Ready("SUB"));
        for (int i = 0; i < 1100; i++)
            await greedy.SendAsync(Bytes.Command("SUBSCRIBE", Encoding.ASCII.GetBytes($"{i}")));
        await greedy.ReadToEndAsync();

        using RawPeer wordy = await RawPeer.ConnectAsync(address, Bytes.Greeting(), Bytes.Ready("SUB"));
        await wordy.SendAsync(Bytes.Frame([1, .. new byte[5000]]));
        await wordy.ReadToEndAsync();
    }

    [Fact]
    public async Task The_heartbeat_sends_back_what_it_gets()
    {
        await using var echo = new EchoSocket();
        ZmtpAddress at = echo.Bind(Any);
        using RawPeer asker = await RawPeer.ConnectAsync(at, Bytes.Greeting(), Bytes.Ready("REQ"));
        byte[] hello = await asker.ReadAsync(64 + Bytes.Ready("REP").Length);
        Assert.Equal(Bytes.Ready("REP"), hello[64..]);
        byte[] ask = [.. Bytes.Frame("", more: true), .. Bytes.Frame("ping")];
        for (int i = 0; i < 3; i++)
        {
            await asker.SendAsync(ask);
            Assert.Equal(ask, await asker.ReadAsync(ask.Length));
        }
    }

    public ValueTask DisposeAsync() => publisher.DisposeAsync();

    private static byte[] Welcomed(char topic) => [.. Bytes.Frame($"{topic}", more: true), .. Bytes.Frame("welcome")];

    private async Task<ClientSocket> SubscribeAsync(params string[] topics)
    {
        ClientSocket client = await ClientSocket.ConnectAsync(address, ZmtpType.Sub);
        foreach (string topic in topics)
        {
            client.Subscribe(Encoding.UTF8.GetBytes(topic));
            Assert.Equal([topic, "welcome"], (await client.NextAsync()).Texts());
        }
        return client;
    }

    // What was asked for before has been seen when this is answered.
    private static async Task ConfirmAsync(ClientSocket client)
    {
        byte[] mark = Encoding.UTF8.GetBytes($"mark {Stopwatch.GetTimestamp()}");
        client.Subscribe(mark);
        await client.NextAsync();
    }

    private static async Task<List<string>> TopicsAsync(ClientSocket client, int count)
    {
        var topics = new List<string>();
        while (topics.Count < count)
            topics.Add((await client.NextAsync()).Texts()[0]);
        return topics;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (int i = 0; i < 3000 && !condition(); i++)
            await Task.Delay(10);
        Assert.True(condition());
    }
}
