namespace Backprop.Display;

/// <summary>Slanted lines over the bars of further series, so that they are not told apart by colour alone.</summary>
internal static class Hatch
{
    /// <summary>Drawn over a filled area of this drawing.</summary>
    public static Ink Over(SvgBuilder svg) => new("", $"fill=\"url(#{Id(svg)})\"");

    /// <summary>Defines the pattern; once for each drawing, before its first use.</summary>
    public static void Define(SvgBuilder svg) => svg.Add(new Html(
        $"<defs><pattern id=\"{Id(svg)}\" class=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
        + "patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" stroke=\"#fff\" stroke-width=\"1.5\"/>"
        + "</pattern></defs>"));

    private static Html Id(SvgBuilder svg) => svg.OwnId("hatch");
}
