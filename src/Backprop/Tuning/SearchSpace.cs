using System.Diagnostics.CodeAnalysis;

namespace Backprop;

/// <summary>The hyperparameters that are looked for, and what each may be:
/// <c>new SearchSpace { ["rate"] = LogUniform(1e-5, 1e-1), ["layers"] = Whole(1, 8) }</c>.</summary>
public sealed class SearchSpace
{
    private readonly OrderedDictionary<string, Dimension> dimensions = [];

    /// <summary>What a hyperparameter may be.</summary>
    [DisallowNull]
    public Dimension this[string name]
    {
        get => dimensions.TryGetValue(name, out var dimension) ? dimension : throw Unknown(name);
        set
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
            ArgumentNullException.ThrowIfNull(value);
            dimensions[name] = value;
        }
    }

    /// <summary>The hyperparameters' names.</summary>
    public IReadOnlyList<string> Names => dimensions.Keys;

    /// <summary><c>rate = LogUniform(1E-05, 0.1), layers = Whole(1, 8)</c></summary>
    public override string ToString() => string.Join(", ", dimensions.Select(d => $"{d.Key} = {d.Value}"));

    internal IReadOnlyList<Dimension> Dimensions => dimensions.Values;

    /// <summary>The values at a place of the unit cube.</summary>
    internal object[] At(ReadOnlySpan<double> place)
    {
        var values = new object[dimensions.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = Dimensions[i].At(place[i]);
        return values;
    }

    internal KeyNotFoundException Unknown(string name) =>
        new($"The search space has no {Plain.Text(name)}. It has {Plain.List(Names)}.");
}
