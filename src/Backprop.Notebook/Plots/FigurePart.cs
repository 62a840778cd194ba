using Backprop.Display;

namespace Backprop;

/// <summary>One drawing of a <see cref="Figure"/>.</summary>
/// <param name="Title">What it shows; may be empty.</param>
/// <param name="Drawing">The drawing, for the room that it has; the text tells its ids from those
/// of the other drawings.</param>
/// <param name="Text">The same in words and numbers.</param>
internal sealed record FigurePart(string Title, Func<FigureRoom, string, Html> Drawing, string Text)
{
    private const int BesideOthers = 460;
    private const int OneOfMany = 340;

    /// <summary>A word behind the title.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The key numbers, under the drawing.</summary>
    public string Note { get; init; } = "";

    /// <summary>The chart that is drawn, if it is one.</summary>
    public Chart? Chart { get; init; }

    /// <summary>How wide the drawing is where it stands alone, in pixels.</summary>
    public int Width { get; init; } = 640;

    /// <summary>A chart; its title becomes that of the part.</summary>
    /// <param name="chart">What is drawn.</param>
    /// <param name="height">Of the drawing where several stand side by side, in pixels.</param>
    public static FigurePart Of(Chart chart, int height = 220) =>
        new(
            chart.Layout.Title ?? "",
            (room, scope) => room switch
            {
                FigureRoom.Alone => ChartCard.Drawing(chart).Html,
                FigureRoom.Beside => ChartCard.Drawing(chart.WithSize(BesideOthers, height), scope).Html,
                _ => ChartDrawing.Draw(chart, OneOfMany, height, scope).Svg.ToHtml(),
            },
            chart.ToString())
        {
            Chart = chart,
            Width = chart.Layout.Size?.Width ?? 640,
        };
}

/// <summary>How much room a drawing has.</summary>
internal enum FigureRoom
{
    /// <summary>The whole width of a figure.</summary>
    Alone,

    /// <summary>Half of it, drawn for wide and for narrow columns.</summary>
    Beside,

    /// <summary>One of many, drawn once, so that the figure stays small.</summary>
    Many,
}
