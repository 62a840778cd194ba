namespace Backprop.Kernel;

/// <summary>What came is no message of this protocol: not signed by who knows the key, a replay, or malformed.</summary>
internal sealed class MessageException(string message) : Exception(message);
