using Backprop.Display;

namespace Backprop;

// Plots/: ready teaching plots. Each computes its numbers with the library, says what is to be seen in them, and
// arranges charts. How a chart is drawn stands in Display; nothing here trains a net that is not handed back as it was.

/// <summary>
/// What <see cref="Plot"/> gives: one or more drawings with a title, what is to be seen in them, and how to read them.
/// As a cell's last expression it shows itself.
/// </summary>
public sealed class Figure
{
    private readonly FigurePart[] parts;

    internal Figure(string title, params IEnumerable<FigurePart> parts)
    {
        Title = title;
        this.parts = [.. parts];
    }

    /// <summary>What is shown.</summary>
    public string Title { get; }

    /// <summary>Of what, such as the net.</summary>
    public string Subject { get; internal init; } = "";

    /// <summary>How much of it, such as the number of points.</summary>
    public string Extent { get; internal init; } = "";

    /// <summary>What is to be seen, in sentences with the numbers.</summary>
    public string Finding { get; internal init; } = "";

    /// <summary>How to read the drawings.</summary>
    public string Caption { get; internal init; } = "";

    /// <summary>The charts, to combine or restyle them; a drawing that is no chart is not among them.</summary>
    public IReadOnlyList<Chart> Charts => [.. parts.Select(part => part.Chart).OfType<Chart>()];

    internal IReadOnlyList<FigurePart> Parts => parts;

    /// <summary>What the figure shows, in words and numbers.</summary>
    public override string ToString() => FigureView.Text(this);
}
