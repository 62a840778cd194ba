using System.Text.Json.Nodes;
using Backprop.Display;

namespace Backprop.Kernel;

/// <summary>Which comms are open, by what their two ends say.</summary>
internal sealed class OpenComms
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> targets = [];

    /// <summary>Takes note of a message from either end.</summary>
    /// <returns>Its type in the protocol.</returns>
    public string Note(CommMessage message)
    {
        lock (gate)
        {
            if (message.Step == CommStep.Open)
                targets[message.CommId] = message.Target;
            else if (message.Step == CommStep.Close)
                targets.Remove(message.CommId);
        }
        return message.Step switch
        {
            CommStep.Open => "comm_open",
            CommStep.Close => "comm_close",
            _ => "comm_msg",
        };
    }

    /// <summary>The session is gone, and its ends with it.</summary>
    /// <returns>Those that were open.</returns>
    public IReadOnlyList<string> Clear()
    {
        lock (gate)
        {
            string[] open = [.. targets.Keys];
            targets.Clear();
            return open;
        }
    }

    /// <summary>The answer to <c>comm_info_request</c>.</summary>
    /// <param name="target">Of this kind only; null for all.</param>
    public JsonObject List(string? target)
    {
        lock (gate)
        {
            return new JsonObject(targets.Where(t => target is null || t.Value == target).Select(t =>
                KeyValuePair.Create<string, JsonNode?>(t.Key, new JsonObject { ["target_name"] = t.Value })));
        }
    }
}
