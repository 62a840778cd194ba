using Backprop.Display;

namespace Backprop;

/// <summary>One drawing of a <see cref="Figure"/>.</summary>
/// <param name="Title">What it shows; may be empty.</param>
/// <param name="Drawing">The drawing for a column of this many pixels at most.</param>
/// <param name="Text">The same in words and numbers.</param>
internal sealed record FigurePart(string Title, Func<bool, Html> Drawing, string Text)
{
    /// <summary>A word behind the title.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The key numbers, under the drawing.</summary>
    public string Note { get; init; } = "";

    /// <summary>The chart that is drawn, if it is one.</summary>
    public Chart? Chart { get; init; }

    /// <summary>A chart; its title becomes that of the part.</summary>
    /// <param name="chart">What is drawn.</param>
    /// <param name="height">Of the drawing where several stand side by side, in pixels.</param>
    public static FigurePart Of(Chart chart, int height = 210) =>
        new(chart.Layout.Title ?? "", isAlone => isAlone ? chart.ToHtml() : chart.ToSvg(340, height), chart.ToString())
        {
            Chart = chart,
        };
}
