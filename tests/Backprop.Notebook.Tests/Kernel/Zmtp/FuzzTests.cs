using Backprop.Kernel;

namespace Backprop.Tests.Kernel.Zmtp;

/// <summary>
/// Valid conversations with bytes changed, cut, doubled or inserted: a peer may be closed for them, nothing else.
/// </summary>
public sealed class FuzzTests
{
    private const int Most = 64 << 10;

    private static readonly ZmtpLimits Limits = new() { Message = Most, Frames = 20, Command = 1000 };
    private static readonly byte[] Interesting = [0, 1, 2, 3, 4, 5, 6, 7, 8, 0x7F, 0x80, 0xFF];

    private static readonly byte[][] Conversations =
    [
        [.. Bytes.Greeting(), .. Bytes.Ready(), .. Bytes.Frame("one", more: true), .. Bytes.Frame("two")],
        [
            .. Bytes.Greeting(0), .. Bytes.Ready("DEALER", "client-1"), .. Bytes.Frame(new string('x', 300)),
            .. Bytes.Command("PING", [0, 1, .. "context"u8]), .. Bytes.Frame("after"),
        ],
        [
            .. Bytes.Greeting(), .. Bytes.Ready("SUB"), .. Bytes.Command("SUBSCRIBE", [.. "kernel."u8]),
            .. Bytes.Command("CANCEL", [.. "kernel."u8]), .. Bytes.Command("ERROR", [2, .. "no"u8]),
        ],
        [
            .. Bytes.Greeting(), .. Bytes.Ready("REQ"), .. Bytes.Frame("", more: true),
            .. Bytes.Frame([.. "long form"u8], more: true, isLong: true), .. Bytes.Command("PONG", []), .. Bytes.Frame("end"),
        ],
    ];

    [Fact]
    public async Task A_hundred_thousand_changed_conversations_break_nothing()
    {
        await HoldAsync(100_000, seed: 1);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task A_million_changed_conversations_break_nothing()
    {
        await HoldAsync(1_000_000, seed: 2);
    }

    private static async Task HoldAsync(int rounds, int seed)
    {
        var random = new Random(seed);
        (int closed, int messages) = (0, 0);
        for (int round = 0; round < rounds; round++)
        {
            byte[] script = Change(Conversations[random.Next(Conversations.Length)], random);
            ZmtpType own = script.AsSpan().IndexOf("SUB"u8) >= 0 ? ZmtpType.XPub : ZmtpType.Router;
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                messages += await TalkAsync(new ScriptedStream(script), own);
            }
            catch (Exception error) when (error is ZmtpException or EndOfStreamException)
            {
                closed++;
            }
            catch (Exception error)
            {
                Assert.Fail($"Round {round} (seed {seed}): {error}\n{Convert.ToHexString(script)}");
            }
            long spent = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(spent < 4 * Most, $"Round {round} (seed {seed}) took {spent} bytes: {Convert.ToHexString(script)}");
        }
        // Were all of them refused at the door, or none, this would test nothing.
        Assert.InRange(closed, rounds / 10, rounds * 9 / 10);
        Assert.InRange(messages, rounds / 10, rounds * 10);
    }

    private static async Task<int> TalkAsync(ScriptedStream stream, ZmtpType own)
    {
        Peer peer = await Peer.ShakeHandsAsync(stream, own, [], Limits, CancellationToken.None);
        int messages = 0;
        while (await peer.ReceiveAsync(CancellationToken.None) is not null)
            messages++;
        return messages;
    }

    private static byte[] Change(byte[] conversation, Random random)
    {
        var bytes = new List<byte>(conversation);
        for (int changes = random.Next(4); changes > 0 && bytes.Count > 0; changes--)
        {
            // Most of the greeting is filler, so that changes there would be wasted.
            int at = random.Next(4) == 0 ? random.Next(bytes.Count) : random.Next(Math.Min(64, bytes.Count - 1), bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = Interesting[random.Next(Interesting.Length)];
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 10), bytes.Count - at));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                case 5:
                    bytes.InsertRange(at, [(byte)random.Next(8), .. Bytes.Length(random.NextInt64() >> random.Next(63))]);
                    break;
                default:
                    byte[] noise = new byte[random.Next(1, 30)];
                    random.NextBytes(noise);
                    bytes.InsertRange(at, noise);
                    break;
            }
        }
        return [.. bytes];
    }
}
