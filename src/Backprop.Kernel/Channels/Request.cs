using System.Diagnostics;

namespace Backprop.Kernel;

/// <summary>A request of a client, and how it is answered.</summary>
internal sealed class Request(JupyterMessage message, RouterSocket socket, Peer from, KernelChannels channels)
{
    /// <summary>When it came, on the clock of <see cref="Stopwatch"/>.</summary>
    public long Arrived { get; } = Stopwatch.GetTimestamp();

    /// <summary>Such as <c>execute_request</c>.</summary>
    public string Type => message.Header.MsgType;

    /// <summary>The message.</summary>
    public JupyterMessage Message => message;

    /// <summary>The parent header of all that belongs to this request.</summary>
    public ReadOnlyMemory<byte> Header => message.RawHeader;

    /// <summary>Whether the kernel ends when the request has been answered.</summary>
    public bool EndsKernel { get; set; }

    /// <summary>The content.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is not what this type of request has.</exception>
    public T Content<T>() => Json.Read<T>(message.Content);

    /// <summary>Answers the client.</summary>
    public void Reply(object content) =>
        channels.Send(socket, message, Type.Replace("_request", "_reply", StringComparison.Ordinal), content, from);

    /// <summary>Tells all clients something that belongs to this request.</summary>
    public void Publish(string type, object content) => channels.Publish(type, Header, content);
}

/// <summary>Does what one type of request asks, and answers it.</summary>
internal delegate Task RequestHandler(Request request, CancellationToken stop);
