using System.Globalization;
using System.Text;
using Backprop.Kernel;
using Backprop.Tests.Documents;

namespace Backprop.Tests.Kernel.Zmtp;

/// <summary>The other side is libzmq, through pyzmq.</summary>
public sealed class PyzmqTests
{
    private static readonly ZmtpAddress Any = ZmtpAddress.Parse("tcp://127.0.0.1:0");

    [FactWithPython("zmq")]
    public async Task Libzmq_talks_to_our_sockets()
    {
        await using var router = new RouterSocket();
        await using var publisher = new PublisherSocket { Welcome = topic => new ZmtpMessage(topic, "hi"u8.ToArray()) };
        await using var echo = new EchoSocket();
        string path = Path.Combine(Path.GetTempPath(), $"zmtp-{Guid.NewGuid():N}");
        await using var local = new EchoSocket();
        ZmtpAddress[] addresses =
            [router.Bind(Any), publisher.Bind(Any), echo.Bind(Any), local.Bind(ZmtpAddress.Parse($"ipc://{path}"))];
        Task serving = Task.Run(async () =>
        {
            while (await router.ReceiveAsync(default) is var (message, _) && message.Texts()[^1] != "stop")
            {
                publisher.Send(new ZmtpMessage("topic"u8.ToArray(), message.Frames[^1]));
                router.Send(message);
            }
        });
        string printed = await Task.Run(() => FactWithPythonAttribute.Run("zmq", ClientScript, [.. addresses.Select(a => $"{a}")]));
        Assert.Equal("fine\n", printed);
        await serving;
    }

    [FactWithPython("zmq")]
    public async Task Our_client_talks_to_libzmq()
    {
        // The server takes ports of its own choice and tells them in a file.
        string ports = Path.Combine(Path.GetTempPath(), $"zmtp-{Guid.NewGuid():N}.ports");
        Task<string> server = Task.Run(() => FactWithPythonAttribute.Run("zmq", ServerScript, ports));
        while (!File.Exists(ports))
        {
            Assert.False(server.IsCompleted, server.IsCompleted ? await server : "");
            await Task.Delay(10);
        }
        ZmtpAddress[] at = [.. (await File.ReadAllTextAsync(ports)).Split().Select(p => ZmtpAddress.Parse($"tcp://127.0.0.1:{p}"))];
        File.Delete(ports);

        await using ClientSocket dealer = await ClientSocket.ConnectAsync(at[0], ZmtpType.Dealer, "me"u8.ToArray());
        await using ClientSocket subscriber = await ClientSocket.ConnectAsync(at[1], ZmtpType.Sub);
        await using ClientSocket requester = await ClientSocket.ConnectAsync(at[2], ZmtpType.Req);
        subscriber.Subscribe("wanted"u8.ToArray());
        requester.Send(Bytes.Message("", "ask"));
        Assert.Equal(["", "answer"], (await requester.NextAsync()).Texts());
        foreach (int size in new[] { 0, 1, 255, 256, 65_536, 10_000_000 })
        {
            dealer.Send(new ZmtpMessage("size"u8.ToArray(), new byte[size]));
            Assert.Equal(["me", size.ToString(CultureInfo.InvariantCulture)], (await dealer.NextAsync()).Texts());
        }
        // libzmq's own heartbeat has run meanwhile, and would have closed us had we not answered.
        await Task.Delay(2500);
        dealer.Send(Bytes.Message("publish", "x"));
        Assert.Equal(["wanted", "x"], (await subscriber.NextAsync()).Texts());
        dealer.Send(Bytes.Message("stop", ""));
        Assert.Equal("fine\n", await server);
    }

    /// <summary>
    /// The same bytes to a ROUTER of libzmq's and to ours: both deliver the same. We are stricter on purpose with reserved
    /// flags and with a command that claims to go on; those are not in the list.
    /// </summary>
    [FactWithPython("zmq")]
    public async Task Ours_delivers_what_libzmq_delivers()
    {
        byte[] end = Bytes.Frame("END");
        byte[][] scripts = [.. Differential().Select(script => (byte[])[.. script, .. end])];
        string hex = string.Join(' ', scripts.Select(Convert.ToHexString));
        string[] theirs = (await Task.Run(() => FactWithPythonAttribute.Run("zmq", DeliveryScript, hex))).TrimEnd('\n').Split('\n');
        Assert.True(scripts.Length == theirs.Length, string.Join('\n', theirs));
        for (int i = 0; i < scripts.Length; i++)
            Assert.Equal((i, theirs[i]), (i, await DeliveredAsync(scripts[i])));
    }

    private static async Task<string> DeliveredAsync(byte[] script)
    {
        await using var router = new RouterSocket();
        ZmtpAddress address = router.Bind(Any);
        using (RawPeer peer = await RawPeer.ConnectAsync(address, script))
        {
            peer.HalfClose();
            await peer.ReadToEndAsync();
        }
        await using ClientSocket last = await ClientSocket.ConnectAsync(address, ZmtpType.Dealer, "last"u8.ToArray());
        last.Send(Bytes.Message("end"));
        var delivered = new List<string>();
        while (await router.ReceiveAsync(default) is var (message, _) && message.Texts()[0] != "last")
            delivered.Add(string.Join('|', message.Frames.Skip(1).Select(f => Encoding.Latin1.GetString(f.Span))));
        return string.Join(';', delivered);
    }

    private static IEnumerable<byte[]> Differential()
    {
        byte[] hello = [.. Bytes.Greeting(), .. Bytes.Ready("DEALER", "peer")];
        byte[] ab = [.. Bytes.Frame("a", more: true), .. Bytes.Frame("b")];
        byte[] ping = Bytes.Command("PING", [0, 1, .. "c"u8]);
        yield return [.. hello, .. ab, .. ab];
        yield return [.. Bytes.Greeting(0), .. Bytes.Ready("DEALER", "peer"), .. ab];
        yield return [.. Bytes.Greeting(9), .. Bytes.Ready("REQ", "peer"), .. Bytes.Frame("", more: true), .. ab];
        yield return [.. hello, .. Bytes.Frame("", more: true), .. Bytes.Frame("")];
        yield return [.. hello, .. Bytes.Frame(new string('x', 255)), .. Bytes.Frame(new string('y', 256))];
        yield return [.. hello, .. Bytes.Frame("short"u8.ToArray(), isLong: true)];
        yield return [.. hello, .. Bytes.Frame("a", more: true)];
        yield return [.. hello, .. ab, .. Bytes.Frame("a", more: true), 0, 9, 1];
        yield return [.. hello, .. ab, 2, .. Bytes.Length(-1)];
        yield return [.. hello, .. ping, .. Bytes.Frame("a", more: true), .. ping, .. Bytes.Frame("b"), .. ping];
        yield return [.. hello, .. Bytes.Command("JOIN", [1]), .. ab];
        yield return [.. Bytes.Greeting(), .. Bytes.Ready("PUB", "peer"), .. ab];
        yield return [.. Bytes.Greeting(), .. Bytes.Ready("DEALER", "peer", "SOCKET-type"), .. ab];
        yield return [.. Bytes.Greeting(), .. Bytes.Frame("too early"), .. ab];
        yield return [.. Bytes.Greeting(mechanism: "PLAIN"), .. Bytes.Ready(), .. ab];
        yield return [.. Bytes.Greeting(), .. Bytes.Command("READY", [200, 1, 2]), .. ab];
        yield return "GET / HTTP/1.1\r\n\r\n"u8.ToArray();
        byte[] whole = [.. hello, .. ab, .. ab];
        for (int cut = hello.Length - 2; cut < hello.Length + ab.Length; cut++)
            yield return whole[..cut];
    }

    private const string ClientScript = """
        import sys, zmq
        router, pub, echo, local = sys.argv[1:]
        context = zmq.Context()
        def connect(kind, address, **options):
            socket = context.socket(kind)
            socket.rcvtimeo = 30000
            socket.linger = 1000
            for name, value in options.items():
                setattr(socket, name, value)
            socket.connect(address)
            return socket
        sub = connect(zmq.SUB, pub)
        sub.subscribe(b'')
        assert sub.recv_multipart() == [b'', b'hi']
        sub.subscribe(b'nothing'); sub.unsubscribe(b'nothing')
        assert sub.recv_multipart() == [b'nothing', b'hi']
        for address in (echo, local):
            req = connect(zmq.REQ, address)
            for i in range(20):
                req.send(b'%d' % i)
                assert req.recv() == b'%d' % i
        a = connect(zmq.DEALER, router, identity=b'a', heartbeat_ivl=100, heartbeat_timeout=2000)
        b = connect(zmq.DEALER, router)
        for size in (0, 1, 254, 255, 256, 257, 65535, 65536, 10_000_000):
            for dealer in (a, b):
                message = [b'', b'id', bytes(range(256)) * (size // 256 + 1)]
                message[2] = message[2][:size]
                dealer.send_multipart(message)
                assert dealer.recv_multipart() == message, size
                assert sub.recv_multipart() == [b'topic', message[2]], size
        import time
        time.sleep(2.5)  # longer than libzmq waits for an answer to its heartbeat
        a.send(b'still')
        assert a.recv() == b'still'
        for i in range(50):
            short = connect(zmq.DEALER, router, identity=b'short')
            short.send(b'%d' % i)
            assert short.recv() == b'%d' % i
            short.close()
        a.send(b'stop')
        print('fine')
        """;

    private const string ServerScript = """
        import os, sys, zmq
        context = zmq.Context()
        sockets = []
        def bind(kind):
            socket = context.socket(kind)
            socket.heartbeat_ivl, socket.heartbeat_timeout = 100, 2000
            sockets.append(str(socket.bind_to_random_port('tcp://127.0.0.1')))
            return socket
        router, pub, rep = bind(zmq.ROUTER), bind(zmq.XPUB), bind(zmq.REP)
        with open(sys.argv[1] + '.new', 'w') as file:
            file.write(' '.join(sockets))
        os.rename(sys.argv[1] + '.new', sys.argv[1])
        assert pub.recv() == b'\x01wanted'
        assert rep.recv() == b'ask'
        rep.send(b'answer')
        while True:
            identity, what, body = router.recv_multipart()
            if what == b'stop':
                break
            if what == b'publish':
                pub.send_multipart([b'other', b'y'])
                pub.send_multipart([b'wanted', body])
            else:
                router.send_multipart([identity, identity, b'%d' % len(body)])
        print('fine')
        """;

    // libzmq forgets what a peer sent when that peer leaves too early, and gives up when greeting and messages come as
    // one. So give it time for both, and stay until it has delivered or closed.
    private const string DeliveryScript = """
        import socket, sys, zmq
        context = zmq.Context()
        for script in sys.argv[1].split(' '):
            router = context.socket(zmq.ROUTER)
            port = router.bind_to_random_port('tcp://127.0.0.1')
            peer = socket.create_connection(('127.0.0.1', port))
            data = bytes.fromhex(script)
            peer.sendall(data[:64])
            peer.settimeout(1)
            try:
                hello = b''
                while b'READY' not in hello and (more := peer.recv(4096)):
                    hello += more
                peer.sendall(data[64:])
            except OSError:
                pass
            both = zmq.Poller()
            both.register(router, zmq.POLLIN)
            both.register(peer, zmq.POLLIN)
            delivered = []
            while ready := dict(both.poll(500)):
                if router in ready:
                    delivered.append('|'.join(f.decode('latin1') for f in router.recv_multipart()[1:]))
                    if delivered[-1] == 'END':
                        break
                else:
                    try:
                        left = not peer.recv(4096)
                    except OSError:
                        left = True
                    if left:
                        break
            while router.poll(20):
                delivered.append('|'.join(f.decode('latin1') for f in router.recv_multipart()[1:]))
            print(';'.join(delivered))
            peer.close()
            router.close(0)
        """;
}
