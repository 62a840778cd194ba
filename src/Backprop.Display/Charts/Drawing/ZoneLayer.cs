namespace Backprop.Display;

/// <summary>Draws hatched zones across the frame, under the data, each with its name at its upper edge.</summary>
internal sealed class ZoneLayer(SvgBuilder svg, Frame frame)
{
    public void Draw(IReadOnlyList<Zone> zones)
    {
        if (zones.Count == 0)
            return;
        Html id = svg.OwnId("zone");
        svg.Add(new Html(
            $"<defs><pattern id=\"{id}\" class=\"zone\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" "
            + "patternTransform=\"rotate(45)\"><path d=\"M0 0V7\" stroke=\"#999\" stroke-width=\"1.4\" "
            + "stroke-opacity=\".6\"/></pattern></defs>"));
        foreach (Zone zone in zones)
            Draw(zone, new Ink("", $"fill=\"url(#{id})\""));
    }

    private void Draw(Zone zone, Ink ink)
    {
        Scale scale = zone.IsVertical ? frame.X : frame.Y;
        if (!double.IsFinite(zone.From) || !double.IsFinite(zone.To) || zone.To <= scale.Min || zone.From >= scale.Max)
            return;
        double a = scale.At(Math.Clamp(zone.From, scale.Min, scale.Max));
        double b = scale.At(Math.Clamp(zone.To, scale.Min, scale.Max));
        (double from, double to) = (Math.Min(a, b), Math.Max(a, b));
        if (zone.IsVertical)
            svg.Rectangle(from, frame.Top, to - from, frame.Height, ink);
        else
            svg.Rectangle(frame.Left, from, frame.Width, to - from, ink);
        DrawName(zone, from, to);
    }

    private void DrawName(Zone zone, double from, double to)
    {
        if (zone.Text.Length == 0)
            return;
        var ink = new Ink("m s halo", "fill=\"#666\"");
        if (!zone.IsVertical)
            svg.Text(frame.Left + 5, Math.Min(from + 13, frame.Bottom - 2), zone.Text, ink);
        else if (to - from > 24)
            svg.Text((from + to) / 2, frame.Top + 12, TextWidth.Fit(zone.Text, to - from - 6), ink, "middle");
    }
}
