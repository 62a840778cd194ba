using System.Net.Sockets;
using System.Text;

namespace Backprop.Kernel;

// Channels/: Jupyter's five sockets, and the loops that serve them. It knows no C#.

/// <summary>The five sockets of a kernel.</summary>
internal sealed class KernelChannels : IAsyncDisposable
{
    private readonly ServerSocket[] all;

    /// <summary>Opens them; from then on clients may connect.</summary>
    /// <exception cref="KernelException">An address is taken, or not this machine's.</exception>
    public KernelChannels(ConnectionFile file, Action<string> log)
    {
        Wire = new WireFormat(new Signer(file.Key));
        Action<string> refused = line => log($"a peer was refused: {line}");
        Shell = new RouterSocket { Refused = refused };
        Control = new RouterSocket { Refused = refused };
        Stdin = new RouterSocket { Refused = refused };
        var heartbeat = new EchoSocket { Refused = refused };
        Iopub = new PublisherSocket { Refused = refused, Welcome = Welcome };
        all = [heartbeat, Control, Iopub, Stdin, Shell];
        (ServerSocket Socket, int Port)[] places =
        [
            (heartbeat, file.HbPort), (Control, file.ControlPort), (Iopub, file.IopubPort),
            (Stdin, file.StdinPort), (Shell, file.ShellPort),
        ];
        foreach ((ServerSocket socket, int port) in places)
            Bind(socket, file.AddressOf(port));
    }

    /// <summary>Messages to and from frames.</summary>
    public WireFormat Wire { get; }

    /// <summary>Requests, one after the other.</summary>
    public RouterSocket Shell { get; }

    /// <summary>Requests that do not wait behind a running cell.</summary>
    public RouterSocket Control { get; }

    /// <summary>Questions to the person, and answers.</summary>
    public RouterSocket Stdin { get; }

    /// <summary>What all clients are told.</summary>
    public PublisherSocket Iopub { get; }

    /// <summary>Tells all clients something.</summary>
    /// <param name="type">The message's type.</param>
    /// <param name="parent">The header of the request that it belongs to; empty where there is none.</param>
    /// <param name="content">The content.</param>
    public void Publish(string type, ReadOnlyMemory<byte> parent, object content) =>
        Iopub.Send(Wire.Write([Encoding.ASCII.GetBytes(type)], type, parent, Json.Write(content)));

    /// <summary>Sends a message to the client that a request came from.</summary>
    /// <param name="socket">Over which socket.</param>
    /// <param name="to">The request.</param>
    /// <param name="type">The message's type.</param>
    /// <param name="content">The content.</param>
    /// <param name="peer">The connection that the request came over, where it is this socket's.</param>
    public void Send(RouterSocket socket, JupyterMessage to, string type, object content, Peer? peer = null) =>
        socket.Send(Wire.Write(to.Identities, type, to.RawHeader, Json.Write(content)), peer);

    /// <summary>Sends what waits, not for long, and closes.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(all.Select(socket => socket.DisposeAsync().AsTask()));

    private static void Bind(ServerSocket socket, ZmtpAddress address)
    {
        try
        {
            socket.Bind(address);
        }
        catch (SocketException error)
        {
            throw new KernelException($"The kernel cannot listen on {address}: {error.Message}", error);
        }
    }

    // Tells a client that from now on it misses nothing.
    private ZmtpMessage Welcome(byte[] topic)
    {
        var content = new WelcomeContent(Encoding.UTF8.GetString(topic));
        return Wire.Write([topic], "iopub_welcome", default, Json.Write(content));
    }
}
