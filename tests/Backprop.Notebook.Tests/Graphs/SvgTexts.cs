using System.Globalization;
using AngleSharp.Dom;
using Backprop.Display;
using Backprop.Graphs;

namespace Backprop.Tests.Graphs;

/// <summary>Where the texts of a drawing stand, as far as that can be known without a browser.</summary>
internal static class SvgTexts
{
    /// <summary>Each text with about the room that it takes.</summary>
    public static List<(string Text, Rect Box)> Of(IElement svg) =>
        [.. svg.QuerySelectorAll("text").Select(text => (text.TextContent, BoxOf(text)))];

    /// <summary>The part of the plane that is seen.</summary>
    public static Rect ViewBox(IElement svg)
    {
        double[] numbers =
        [
            .. svg.GetAttribute("viewBox")!.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)),
        ];
        return new Rect(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /// <summary>What is wrong with the texts: those over each other, and those outside.</summary>
    public static List<string> Faults(IElement svg)
    {
        List<(string Text, Rect Box)> texts = Of(svg);
        Rect view = ViewBox(svg);
        var faults = new List<string>();
        foreach (var (i, text) in texts.Index())
        {
            Rect box = text.Box;
            if (!view.Holds(new Point(box.Left, box.Top)) || !view.Holds(new Point(box.Right, box.Bottom)))
                faults.Add($"{text.Text} is outside");
            faults.AddRange(texts.Take(i)
                .Where(other => other.Box.Overlap(text.Box) > 0)
                .Select(other => $"{text.Text} covers {other.Text}"));
        }
        return faults;
    }

    private static Rect BoxOf(IElement text)
    {
        double size = text.ClassList.Contains("s") ? 11 : 12;
        bool isBold = text.ClassList.Any(look => look is "b" or "value" or "grad");
        double width = text.ClassList.Contains("mono")
            ? text.TextContent.Length * 0.602 * size
            : TextWidth.Of(text.TextContent, size) * (isBold ? 1.1 : 1);
        double x = Number(text, "x");
        double left = text.GetAttribute("text-anchor") == "end" ? x - width : x;
        return new Rect(left, Number(text, "y") - (0.75 * size), width, 0.95 * size);
    }

    private static double Number(IElement element, string name) =>
        double.Parse(element.GetAttribute(name)!, CultureInfo.InvariantCulture);
}
