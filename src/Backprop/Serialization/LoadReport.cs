namespace Backprop;

/// <summary>What a module took over from a state, and what did not fit by name.</summary>
/// <param name="Loaded">How many tensors were taken over.</param>
/// <param name="Missing">Names of the module that the state does not have; they keep their numbers.</param>
/// <param name="Unexpected">Names of the state that the module does not have; they were left out.</param>
public sealed record LoadReport(int Loaded, IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected)
{
    /// <summary><c>4 tensors loaded</c>, and what is missing or unexpected.</summary>
    public override string ToString()
    {
        string text = $"{Loaded} tensors loaded";
        if (Missing.Count > 0)
            text += $"; missing: {Plain.List(Missing)}";
        if (Unexpected.Count > 0)
            text += $"; unexpected: {Plain.List(Unexpected)}";
        return text;
    }
}
