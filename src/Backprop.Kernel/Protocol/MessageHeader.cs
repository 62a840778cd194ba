namespace Backprop.Kernel;

/// <summary>What a message says about itself.</summary>
/// <param name="MsgId">Unlike that of any other message.</param>
/// <param name="MsgType">Such as <c>execute_request</c>.</param>
/// <param name="Session">Who sends: a client, or one life of a kernel.</param>
/// <param name="Username">Who the person is.</param>
/// <param name="Date">When it was made, in ISO 8601.</param>
/// <param name="Version">The version of the protocol that the sender speaks.</param>
internal sealed record MessageHeader(
    string MsgId,
    string MsgType,
    string Session = "",
    string? Username = "",
    string? Date = null,
    string? Version = null);
