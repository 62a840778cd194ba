using System.Net.Sockets;
using System.Threading.Channels;

namespace Backprop.Kernel;

/// <summary>A socket that connects to one server: a DEALER, REQ or SUB. When the connection is lost, it ends.</summary>
internal sealed class ClientSocket : IAsyncDisposable
{
    private const int MostReceived = 1000;

    private readonly CancellationTokenSource stopping = new();
    private readonly Channel<ZmtpMessage> received = Channel.CreateBounded<ZmtpMessage>(MostReceived);
    private readonly NetworkStream stream;
    private readonly Peer peer;
    private readonly Task reading;
    private readonly Task writing;

    private ClientSocket(NetworkStream stream, Peer peer)
    {
        (this.stream, this.peer) = (stream, peer);
        reading = Task.Run(ReadAsync);
        writing = Task.Run(() => peer.WriteAsync(stopping.Token));
    }

    /// <summary>Connects and shakes hands.</summary>
    /// <param name="address">Where the server listens.</param>
    /// <param name="type">DEALER, REQ or SUB.</param>
    /// <param name="identity">The name under which a ROUTER answers; empty lets it choose one.</param>
    /// <param name="limits">What the server may cost.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    /// <exception cref="ZmtpException">The server speaks something else.</exception>
    public static async Task<ClientSocket> ConnectAsync(
        ZmtpAddress address, ZmtpType type, byte[]? identity = null, ZmtpLimits? limits = null,
        CancellationToken stop = default)
    {
        limits ??= new ZmtpLimits();
        var stream = new NetworkStream(await address.ConnectAsync(stop), ownsSocket: true);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(limits.Handshake);
            return new ClientSocket(
                stream, await Peer.ShakeHandsAsync(stream, type, identity ?? [], limits, patience.Token));
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a message.</summary>
    public void Send(ZmtpMessage message) => peer.Send(message);

    /// <summary>Asks for messages that begin with a topic; an empty one stands for all.</summary>
    public void Subscribe(byte[] topic) => peer.Send(new ZmtpCommand.Subscribe(topic));

    /// <summary>Takes back one <see cref="Subscribe"/>.</summary>
    public void Cancel(byte[] topic) => peer.Send(new ZmtpCommand.Cancel(topic));

    /// <summary>The next message.</summary>
    /// <exception cref="ChannelClosedException">The connection is lost.</exception>
    public ValueTask<ZmtpMessage> ReceiveAsync(CancellationToken stop = default) => received.Reader.ReadAsync(stop);

    /// <summary>Sends what waits, not for long, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        peer.Queue.Complete();
        await Task.WhenAny(writing, Task.Delay(TimeSpan.FromSeconds(1)));
        await stopping.CancelAsync();
        peer.Close();
        await Task.WhenAll(reading, writing).ContinueWith(_ => { }, TaskScheduler.Default);
        await stream.DisposeAsync();
        stopping.Dispose();
    }

    private async Task ReadAsync()
    {
        Exception? end = null;
        try
        {
            while (await peer.ReceiveAsync(stopping.Token) is { } incoming)
            {
                if (incoming.Message is { } message)
                    await received.Writer.WriteAsync(message, stopping.Token);
            }
        }
        catch (Exception error)
        {
            end = error;
        }
        received.Writer.TryComplete(end);
        peer.Close();
    }
}
