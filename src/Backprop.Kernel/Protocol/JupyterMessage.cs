namespace Backprop.Kernel;

// Protocol/: Jupyter's messages: signed frames, headers, typed contents, the connection file. It knows no session, and
// of sockets only that a message is a list of frames.

/// <summary>A message that has come in, its signature checked. Header and content are valid JSON.</summary>
/// <param name="Identities">Who sent it, for the answer: one frame or more.</param>
/// <param name="Header">The header.</param>
/// <param name="RawHeader">The same as it came: the parent header of all that answers it.</param>
/// <param name="Content">JSON, which a handler reads as what it expects.</param>
/// <param name="Buffers">Binary data behind the content.</param>
internal sealed record JupyterMessage(
    IReadOnlyList<ReadOnlyMemory<byte>> Identities,
    MessageHeader Header,
    ReadOnlyMemory<byte> RawHeader,
    ReadOnlyMemory<byte> Content,
    IReadOnlyList<ReadOnlyMemory<byte>> Buffers);
