using System.Globalization;

namespace Backprop;

/// <summary>One path through a graph, and what it brings.</summary>
/// <param name="Nodes">The names of the nodes along the path.</param>
/// <param name="Factors">The local derivatives of its edges, one fewer than nodes.</param>
public sealed record GraphPath(IReadOnlyList<string> Nodes, IReadOnlyList<double> Factors)
{
    /// <summary>The product of the factors; 1 for a path without edges.</summary>
    public double Product => Factors.Aggregate(1.0, (product, factor) => product * factor);

    /// <summary>Such as <c>w→u→p→o −1.68294</c>.</summary>
    public override string ToString() =>
        $"{string.Join("→", Nodes)} {Product.ToString("F5", CultureInfo.InvariantCulture).Replace('-', '−')}";
}
