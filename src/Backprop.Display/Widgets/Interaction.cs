using System.Text.Json.Nodes;

namespace Backprop.Display;

/// <summary>An output that a person can change; what <see cref="Interact"/> gives. As the last line of a cell it shows
/// itself.</summary>
[TypeFormatterSource(typeof(OwnFormatterSource))]
public sealed class Interaction
{
    internal Interaction(string name, IReadOnlyList<Position> positions, int start, LiveControl? live)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, Start, Live) = (name, start, live);
        States = [.. positions.Select(position => InteractionState.Of(position.Label, position.Show))];
        Id = live is null ? null : LiveInteractions.Add(this);
    }

    /// <summary>What changes.</summary>
    public string Name { get; }

    internal IReadOnlyList<InteractionState> States { get; }

    internal int Start { get; }

    internal LiveControl? Live { get; }

    /// <summary>By which the page asks for more; null where there is no more.</summary>
    internal string? Id { get; }

    /// <summary>The text of where it stands first.</summary>
    public override string ToString() => InteractionView.Text(this);

    /// <summary>What the page is told when it asks.</summary>
    internal JsonObject Answer(JsonObject asked)
    {
        double value = asked["value"] is JsonValue given && given.TryGetValue(out double number) ? number : 0;
        InteractionState state = InteractionState.Of("", () => Live!.Answer(value));
        return new JsonObject { ["html"] = state.Html.Content };
    }
}
