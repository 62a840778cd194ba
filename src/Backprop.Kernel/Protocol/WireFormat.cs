using System.Globalization;
using System.Text.Json;

namespace Backprop.Kernel;

/// <summary>
/// Messages as frames: identities, <c>&lt;IDS|MSG&gt;</c>, signature, header, parent header, metadata, content, buffers.
/// </summary>
internal sealed class WireFormat(Signer signer)
{
    /// <summary>The version of the protocol.</summary>
    public const string Version = "5.4";

    private const int PartsBehindDelimiter = 5;
    private const int MostIdentities = 32;
    private const string Username = "kernel";

    private static readonly ReadOnlyMemory<byte> Empty = "{}"u8.ToArray();

    private readonly string session = Guid.NewGuid().ToString("N");
    private long sent;

    private static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <summary>Reads a message and checks its signature.</summary>
    /// <exception cref="MessageException">It is malformed, or not signed as it should be.</exception>
    public JupyterMessage Read(ZmtpMessage message)
    {
        IReadOnlyList<ReadOnlyMemory<byte>> frames = message.Frames;
        int at = 0;
        while (at < frames.Count && !frames[at].Span.SequenceEqual(Delimiter))
            at++;
        if (at > MostIdentities || frames.Count < at + 1 + PartsBehindDelimiter)
            throw new MessageException("A message lacks its delimiter or some of its parts.");
        (ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> parent) = (frames[at + 2], frames[at + 3]);
        (ReadOnlyMemory<byte> metadata, ReadOnlyMemory<byte> content) = (frames[at + 4], frames[at + 5]);
        signer.Check(frames[at + 1].Span, header, parent, metadata, content);
        return new JupyterMessage(
            [.. frames.Take(at)], ReadHeader(header), header, content, [.. frames.Skip(at + 1 + PartsBehindDelimiter)]);
    }

    /// <summary>Writes a message.</summary>
    /// <param name="first">The identities of who shall get it, or the topic.</param>
    /// <param name="type">The message's type, such as <c>status</c>.</param>
    /// <param name="parent">The header of the message that it belongs to; empty where there is none.</param>
    /// <param name="content">JSON.</param>
    public ZmtpMessage Write(
        IReadOnlyList<ReadOnlyMemory<byte>> first, string type, ReadOnlyMemory<byte> parent, byte[] content)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{session}_{Interlocked.Increment(ref sent)}");
        string date = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        byte[] header = Json.Write(new MessageHeader(id, type, session, Username, date, Version));
        parent = parent.IsEmpty ? Empty : parent;
        byte[] signature = signer.Sign(header, parent, Empty, content);
        return new ZmtpMessage([.. first, Delimiter.ToArray(), signature, header, parent, Empty, content]);
    }

    private static MessageHeader ReadHeader(ReadOnlyMemory<byte> header)
    {
        try
        {
            return Json.Read<MessageHeader>(header);
        }
        catch (JsonException error)
        {
            throw new MessageException($"A message has no proper header. {error.Message}");
        }
    }
}
