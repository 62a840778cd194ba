namespace Backprop.Kernel;

/// <summary>A peer broke the protocol. Its connection ends; nobody else's does.</summary>
internal sealed class ZmtpException(string message) : Exception(message);
