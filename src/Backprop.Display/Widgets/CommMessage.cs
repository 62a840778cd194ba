using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>What the two ends of a <see cref="Comm"/> tell each other.</summary>
/// <param name="Step">Whether it begins, goes on or ends.</param>
/// <param name="CommId">Which one.</param>
/// <param name="Target">Where it begins: what kind it is. Else empty.</param>
/// <param name="Data">Whatever the two have agreed on.</param>
public sealed record CommMessage(CommStep Step, string CommId, string Target, JsonObject Data);

/// <summary>Where in a conversation a message stands.</summary>
public enum CommStep
{
    /// <summary>It begins.</summary>
    Open,

    /// <summary>It goes on.</summary>
    Send,

    /// <summary>It ends.</summary>
    Close,
}
