using System.Text;
using System.Text.Json;
using Backprop.Kernel;

namespace Backprop.Tests.Kernel.Handlers;

/// <summary>A Jupyter client, as far as tests need one.</summary>
internal sealed class KernelClient : IAsyncDisposable
{
    private readonly WireFormat wire;

    private KernelClient(string key) => wire = new WireFormat(new Signer(key));

    public ClientSocket Shell { get; private set; } = null!;

    public ClientSocket Control { get; private set; } = null!;

    public ClientSocket Stdin { get; private set; } = null!;

    public ClientSocket Iopub { get; private set; } = null!;

    /// <summary>Connects the four sockets, and waits until it will miss nothing.</summary>
    public static async Task<KernelClient> ConnectAsync(ConnectionFile file, string session)
    {
        byte[] name = Encoding.UTF8.GetBytes(session);
        var client = new KernelClient(file.Key)
        {
            Iopub = await ClientSocket.ConnectAsync(file.AddressOf(file.IopubPort), ZmtpType.Sub),
            Shell = await ClientSocket.ConnectAsync(file.AddressOf(file.ShellPort), ZmtpType.Dealer, name),
            Control = await ClientSocket.ConnectAsync(file.AddressOf(file.ControlPort), ZmtpType.Dealer, name),
            Stdin = await ClientSocket.ConnectAsync(file.AddressOf(file.StdinPort), ZmtpType.Dealer, name),
        };
        client.Iopub.Subscribe([]);
        Answer welcome = await client.NextAsync(client.Iopub);
        Assert.Equal("iopub_welcome", welcome.Type);
        return client;
    }

    /// <summary>Sends a request.</summary>
    /// <returns>Its id, which answers carry as their parent's.</returns>
    public string Send(ClientSocket socket, string type, string content)
    {
        ZmtpMessage message = wire.Write([], type, default, Encoding.UTF8.GetBytes(content));
        socket.Send(message);
        return JsonDocument.Parse(message.Frames[2]).RootElement.GetProperty("msg_id").GetString()!;
    }

    /// <summary>Asks the shell and waits for the reply and for idle.</summary>
    public async Task<(Answer Reply, List<Answer> Told)> AskAsync(string type, object content, ClientSocket? socket = null)
    {
        socket ??= Shell;
        string id = Send(socket, type, content as string ?? JsonSerializer.Serialize(content));
        List<Answer> told = await UntilIdleAsync(id);
        Answer reply = await NextAsync(socket);
        Assert.Equal(id, reply.Parent);
        return (reply, told);
    }

    /// <summary>Runs a cell.</summary>
    public Task<(Answer Reply, List<Answer> Told)> RunAsync(string code) => AskAsync("execute_request", new { code });

    /// <summary>What all clients were told about a request, from busy to idle, without these two.</summary>
    public async Task<List<Answer>> UntilIdleAsync(string id)
    {
        var told = new List<Answer>();
        bool isBusy = false;
        while (true)
        {
            Answer next = await NextAsync(Iopub);
            if (next.Parent != id)
                continue;
            if (next.Type != "status")
            {
                Assert.True(isBusy, $"{next.Type} came before busy.");
                told.Add(next);
            }
            else if (next["execution_state"].GetString() == "busy")
            {
                isBusy = true;
            }
            else
            {
                Assert.True(isBusy);
                return told;
            }
        }
    }

    /// <summary>The next message of a socket, its signature checked.</summary>
    public async Task<Answer> NextAsync(ClientSocket socket)
    {
        ZmtpMessage frames = await socket.ReceiveAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
        JupyterMessage message = wire.Read(frames);
        int header = frames.Frames.Count - 4;
        JsonElement parent = JsonDocument.Parse(frames.Frames[header + 1]).RootElement;
        string? id = parent.TryGetProperty("msg_id", out JsonElement given) ? given.GetString() : null;
        return new Answer(message.Header.MsgType, id, JsonDocument.Parse(message.Content).RootElement);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ClientSocket socket in new[] { Shell, Control, Stdin, Iopub })
            await socket.DisposeAsync();
    }
}

/// <summary>A message from the kernel.</summary>
internal sealed record Answer(string Type, string? Parent, JsonElement Content)
{
    public JsonElement this[string property] => Content.GetProperty(property);

    /// <summary>A property as text.</summary>
    public string Text(string property) => this[property].ToString();
}
