using System.Globalization;

namespace Backprop.Display;

/// <summary>
/// How a stroke, an area or a text of a drawing looks: by the theme's class, and by plain attributes where styles were
/// stripped. The class wins where both are there.
/// </summary>
/// <param name="Class">Classes of the theme, such as <c>ax</c> or <c>st c1</c>.</param>
/// <param name="Attributes">Fallback attributes, such as <c>fill="none" stroke="#888"</c>.</param>
public sealed record Ink(string Class, string Attributes)
{
    private static readonly string[] Plain = ["#0063b8", "#b54500", "#00745d", "#a8408f", "#3a3000"];
    private static readonly string[] Dashes = ["", "7 4", "2 3", "9 3 2 3", "4 3"];

    /// <summary>An axis line.</summary>
    public static Ink Axis { get; } = Stroke("ax", "#888");

    /// <summary>A grid line.</summary>
    public static Ink Grid { get; } = Stroke("gr", "#ccc");

    /// <summary>Text as bright as the page's own.</summary>
    public static Ink Text { get; } = new("", "");

    /// <summary>Small muted text: ticks, names of axes.</summary>
    public static Ink Muted { get; } = new("m s", "fill=\"#666\"");

    /// <summary>How many colours tell series apart; further ones repeat them with other dashes.</summary>
    public static int SeriesCount => Plain.Length;

    /// <summary>The line of a series; each of the first five has its own colour and its own dashes.</summary>
    /// <param name="index">Which series, from 0.</param>
    public static Ink SeriesLine(int index) =>
        Line(string.Create(CultureInfo.InvariantCulture, $"st c{1 + (index % 5)}"), Plain[index % 5], DashOf(index));

    /// <summary>The area or marker of a series.</summary>
    /// <param name="index">Which series, from 0.</param>
    public static Ink SeriesFill(int index) =>
        new(string.Create(CultureInfo.InvariantCulture, $"fl c{1 + (index % 5)}"), $"fill=\"{Plain[index % 5]}\"");

    /// <summary>A line without fill.</summary>
    /// <param name="cssClass">Classes of the theme.</param>
    /// <param name="color">The colour where styles were stripped.</param>
    /// <param name="dash">Lengths of dashes and gaps, or an empty string.</param>
    public static Ink Line(string cssClass, string color, string dash = "")
    {
        string dashes = dash.Length == 0 ? "" : $" stroke-dasharray=\"{dash}\"";
        return new Ink(
            cssClass, $"fill=\"none\" stroke=\"{color}\" stroke-width=\"2\" stroke-linejoin=\"round\"{dashes}");
    }

    /// <summary>The colour of a series where styles were stripped.</summary>
    internal static string SeriesColor(int index) => Plain[index % Plain.Length];

    /// <summary>The dashes of a series, from 0; after five, colours repeat and dashes move on by one.</summary>
    internal static string DashOf(int index) => Dashes[(index + (index / 5)) % Dashes.Length];

    private static Ink Stroke(string cssClass, string color) => new(cssClass, $"fill=\"none\" stroke=\"{color}\"");
}
