using System.Net.Sockets;
using Backprop.Kernel;

namespace Backprop.Tests.Kernel.Zmtp;

/// <summary>A peer that sends whatever bytes a test wants.</summary>
internal sealed class RawPeer : IDisposable
{
    private readonly Socket socket;

    private RawPeer(Socket socket) => this.socket = socket;

    public static async Task<RawPeer> ConnectAsync(ZmtpAddress address, params byte[][] hello)
    {
        var peer = new RawPeer(await address.ConnectAsync(CancellationToken.None));
        foreach (byte[] bytes in hello)
            await peer.SendAsync(bytes);
        return peer;
    }

    public async Task SendAsync(byte[] bytes)
    {
        try
        {
            for (int sent = 0; sent < bytes.Length;)
                sent += await socket.SendAsync(bytes.AsMemory(sent));
        }
        catch (SocketException)
        {
            // The server has closed already, which tests see when they read.
        }
    }

    public void HalfClose() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>All that comes until the server closes.</summary>
    public async Task<byte[]> ReadToEndAsync()
    {
        var all = new MemoryStream();
        byte[] buffer = new byte[4096];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) is var length and > 0)
                all.Write(buffer, 0, length);
        }
        catch (SocketException)
        {
            // Closed with a reset, since bytes of ours were left unread.
        }
        return all.ToArray();
    }

    /// <summary>Exactly so many bytes.</summary>
    public async Task<byte[]> ReadAsync(int count)
    {
        byte[] bytes = new byte[count];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (int got = 0; got < count;)
        {
            int length = await socket.ReceiveAsync(bytes.AsMemory(got), patience.Token);
            Assert.True(length > 0, $"The server closed after {got} of {count} bytes.");
            got += length;
        }
        return bytes;
    }

    public void Dispose() => socket.Dispose();
}
