using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Backprop.Kernel;

/// <summary>A socket that listens and serves any number of peers. Its kinds say what they do with messages.</summary>
internal abstract class ServerSocket : IAsyncDisposable
{
    private static readonly TimeSpan PauseWithoutHandles = TimeSpan.FromMilliseconds(100);

    private readonly ZmtpType type;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Peer, Task> peers = [];
    private Socket? listener;
    private Task accepting = Task.CompletedTask;
    private int connections;

    protected ServerSocket(ZmtpType type, ZmtpLimits? limits)
    {
        (this.type, Limits) = (type, limits ?? new ZmtpLimits());
    }

    /// <summary>Told of each peer that was closed because it broke the protocol: one line, for a log.</summary>
    public Action<string> Refused { get; init; } = static _ => { };

    /// <summary>The peers that are connected now.</summary>
    public int PeerCount => peers.Count;

    protected ZmtpLimits Limits { get; }

    protected IEnumerable<Peer> Peers => peers.Keys;

    /// <summary>Starts to listen.</summary>
    /// <returns>The address, with the port that was found where 0 was asked for.</returns>
    /// <exception cref="SocketException">The address is taken, or not this machine's.</exception>
    public ZmtpAddress Bind(ZmtpAddress address)
    {
        listener = address.Listen();
        accepting = Task.Run(() => AcceptAsync(listener));
        return new ZmtpAddress(listener.LocalEndPoint!);
    }

    /// <summary>Takes no more peers or messages, sends what waits (not for long), and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        listener?.Dispose();
        await accepting;
        foreach (Peer peer in Peers)
            peer.Queue.Complete();
        await Task.WhenAny(Task.WhenAll(peers.Values), Task.Delay(Limits.Linger));
        await stopping.CancelAsync();
        foreach (Peer peer in Peers)
            peer.Close();
        await Task.WhenAll(peers.Values);
    }

    /// <summary>A peer is ready.</summary>
    protected virtual void OnConnected(Peer peer)
    {
    }

    /// <summary>A peer has sent a message. Until this completes, nothing more is read from it.</summary>
    protected abstract ValueTask OnMessageAsync(Peer peer, ZmtpMessage message, CancellationToken stop);

    /// <summary>A peer has sent a subscription as a command.</summary>
    protected virtual void OnSubscription(Peer peer, Subscription subscription) =>
        throw new ZmtpException("Nothing is published here.");

    /// <summary>A peer is gone.</summary>
    protected virtual void OnClosed(Peer peer)
    {
    }

    private async Task AcceptAsync(Socket from)
    {
        while (true)
        {
            try
            {
                Socket connection = await from.AcceptAsync();
                if (Interlocked.Increment(ref connections) <= Limits.Peers)
                    _ = Task.Run(() => ServeAsync(connection));
                else
                    Leave(connection);
            }
            catch (Exception error) when (error is ObjectDisposedException || stopping.IsCancellationRequested)
            {
                return;
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.OperationAborted)
            {
                return;
            }
            catch (SocketException)
            {
                // The peer has left already, or there are no handles left, which may pass.
                await Task.Delay(PauseWithoutHandles);
            }
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        try
        {
            ZmtpAddress.Tune(connection);
            await using var stream = new NetworkStream(connection, ownsSocket: true);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
            patience.CancelAfter(Limits.Handshake);
            Peer peer = await Peer.ShakeHandsAsync(stream, type, [], Limits, patience.Token);
            patience.CancelAfter(Timeout.InfiniteTimeSpan);
            var done = new TaskCompletionSource();
            OnConnected(peer);
            peers[peer] = done.Task;
            try
            {
                await ServeAsync(peer, connection);
            }
            finally
            {
                peers.TryRemove(peer, out _);
                OnClosed(peer);
                done.SetResult();
            }
        }
        catch (ZmtpException error)
        {
            Refused(error.Message);
        }
        catch (Exception error) when (IsEndOfConnection(error))
        {
            // The peer left without a word, said nothing for too long, or this socket closes.
        }
        finally
        {
            Leave(connection);
        }
    }

    private async Task ServeAsync(Peer peer, Socket connection)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        Task writing = WriteAsync(peer, connection, ending.Token);
        try
        {
            while (await peer.ReceiveAsync(ending.Token) is { } incoming)
            {
                if (incoming.Message is { } message)
                    await OnMessageAsync(peer, message, ending.Token);
                else
                    OnSubscription(peer, incoming.Subscription!);
            }
        }
        finally
        {
            await ending.CancelAsync();
            peer.Close();
            await writing;
        }
    }

    private static async Task WriteAsync(Peer peer, Socket connection, CancellationToken stop)
    {
        try
        {
            await peer.WriteAsync(stop);
            connection.Shutdown(SocketShutdown.Send);
        }
        catch (Exception error) when (IsEndOfConnection(error))
        {
            // Then reading ends too.
            peer.Close();
        }
    }

    private void Leave(Socket connection)
    {
        connection.Dispose();
        Interlocked.Decrement(ref connections);
    }

    private static bool IsEndOfConnection(Exception error) =>
        error is IOException or SocketException or ObjectDisposedException or OperationCanceledException;
}
