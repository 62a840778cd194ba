using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Backprop.Kernel;

/// <summary>Where a socket listens or connects to: <c>tcp://127.0.0.1:5555</c> or <c>ipc:///folder/name</c>.</summary>
internal sealed record ZmtpAddress(EndPoint EndPoint)
{
    private const string Tcp = "tcp://";
    private const string Ipc = "ipc://";

    // A peer whose machine or cable is gone is noticed after a minute and a half. The operating system of a peer that is
    // merely stopped still answers, which a PING would not get.
    private const int SecondsUntilProbe = 60;
    private const int SecondsBetweenProbes = 10;
    private const int Probes = 3;

    /// <summary>Reads an address. Port 0 stands for any free port.</summary>
    /// <exception cref="FormatException">It is no such address.</exception>
    public static ZmtpAddress Parse(string text)
    {
        if (text.StartsWith(Ipc, StringComparison.Ordinal))
            return new ZmtpAddress(new UnixDomainSocketEndPoint(text[Ipc.Length..]));
        int colon = text.LastIndexOf(':');
        if (text.StartsWith(Tcp, StringComparison.Ordinal)
            && colon > Tcp.Length
            && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort port))
            return new ZmtpAddress(new IPEndPoint(Host(text[Tcp.Length..colon]), port));
        throw new FormatException($"`{text}` is no address. Write tcp://127.0.0.1:5555 or ipc:///folder/name.");
    }

    /// <summary>The address as text.</summary>
    public override string ToString() =>
        EndPoint is IPEndPoint ip ? $"{Tcp}{ip}" : $"{Ipc}{EndPoint}";

    /// <summary>A socket that listens here.</summary>
    /// <exception cref="SocketException">The address is taken, or not this machine's.</exception>
    public Socket Listen()
    {
        RemoveLeftOver();
        Socket socket = Create();
        try
        {
            socket.Bind(EndPoint);
            socket.Listen();
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A connection to who listens here.</summary>
    /// <exception cref="SocketException">Nobody does.</exception>
    public async Task<Socket> ConnectAsync(CancellationToken stop)
    {
        Socket socket = Create();
        try
        {
            await socket.ConnectAsync(EndPoint, stop);
            Tune(socket);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sets up a connection: small messages leave at once, and a vanished peer is noticed.</summary>
    public static void Tune(Socket socket)
    {
        if (socket.ProtocolType != ProtocolType.Tcp)
            return;
        socket.NoDelay = true;
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, SecondsUntilProbe);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, SecondsBetweenProbes);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, Probes);
    }

    // A process that was killed leaves the file of its Unix socket behind, and nobody listens there.
    private void RemoveLeftOver()
    {
        if (EndPoint is not UnixDomainSocketEndPoint || !File.Exists(EndPoint.ToString()))
            return;
        using Socket probe = Create();
        try
        {
            probe.Connect(EndPoint);
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(EndPoint.ToString()!);
        }
    }

    private Socket Create() => EndPoint is UnixDomainSocketEndPoint
        ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        : new Socket(EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);

    private static IPAddress Host(string name) => name switch
    {
        "*" => IPAddress.Any,
        "localhost" => IPAddress.Loopback,
        _ when IPAddress.TryParse(name, out IPAddress? address) => address,
        _ => throw new FormatException($"`{name}` is no IP address. Write 127.0.0.1 for this machine alone."),
    };
}
