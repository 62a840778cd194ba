using System.Globalization;
using System.Text;

namespace Backprop.Display;

/// <summary>The <c>d</c> of an SVG path; coordinates in pixels with one decimal.</summary>
public sealed class PathData
{
    private readonly StringBuilder text = new();

    /// <summary>True where nothing was drawn.</summary>
    public bool IsEmpty => text.Length == 0;

    /// <summary>Starts a new line at a point.</summary>
    public PathData MoveTo(double x, double y) => Add('M', x, y);

    /// <summary>A straight line to a point.</summary>
    public PathData LineTo(double x, double y) => Add('L', x, y);

    /// <summary>A rectangle.</summary>
    public PathData Rectangle(double x, double y, double width, double height)
    {
        Add('M', x, y);
        text.Append(CultureInfo.InvariantCulture, $"h{width:0.#}v{height:0.#}h{-width:0.#}z");
        return this;
    }

    /// <summary>A line of no length: a dot where the line has round ends.</summary>
    public PathData Dot(double x, double y)
    {
        Add('M', x, y);
        text.Append("h0");
        return this;
    }

    /// <summary>A closed circle.</summary>
    public PathData Circle(double x, double y, double radius)
    {
        Add('M', x - radius, y);
        string half = string.Create(CultureInfo.InvariantCulture, $"a{radius:0.#} {radius:0.#} 0 1 0 ");
        text.Append(half).Append(CultureInfo.InvariantCulture, $"{2 * radius:0.#} 0");
        text.Append(half).Append(CultureInfo.InvariantCulture, $"{-2 * radius:0.#} 0z");
        return this;
    }

    /// <summary>Closes the line to where it began.</summary>
    public PathData Close()
    {
        text.Append('z');
        return this;
    }

    /// <summary>The text of the attribute.</summary>
    public override string ToString() => text.ToString();

    private PathData Add(char command, double x, double y)
    {
        text.Append(command).Append(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
        return this;
    }
}
