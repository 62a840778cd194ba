namespace Backprop.Scripting;

/// <summary>The other side of the pipe sent what is no frame of this protocol. The connection cannot go on.</summary>
internal sealed class ProtocolException(string message) : Exception(message);
