namespace Backprop.Display;

/// <summary>
/// Draws hatched zones across the frame, under the data, and over the data their names where there is room for them.
/// </summary>
internal sealed class ZoneLayer(SvgBuilder svg, Frame frame)
{
    /// <summary>The zones.</summary>
    public void Draw(IReadOnlyList<Zone> zones)
    {
        if (zones.Count == 0)
            return;
        Html id = svg.OwnId("zone");
        svg.Add(new Html(
            $"<defs><pattern id=\"{id}\" class=\"zone\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" "
            + "patternTransform=\"rotate(45)\"><path d=\"M0 0V7\" stroke=\"#999\" stroke-width=\"1.4\" "
            + "stroke-opacity=\".6\"/></pattern></defs>"));
        var ink = new Ink("", $"fill=\"url(#{id})\"");
        foreach (Zone zone in zones)
        {
            if (Place(zone) is not { } place)
                continue;
            if (zone.IsVertical)
                svg.Rectangle(place.From, frame.Top, place.To - place.From, frame.Height, ink);
            else
                svg.Rectangle(frame.Left, place.From, frame.Width, place.To - place.From, ink);
        }
    }

    /// <summary>Their names, each at the upper edge of its zone.</summary>
    public void DrawNames(IReadOnlyList<Zone> zones)
    {
        var ink = new Ink("m s halo", "fill=\"#666\"");
        foreach (Zone zone in zones.Where(z => z.Text.Length > 0))
        {
            if (Place(zone) is not { } place)
                continue;
            if (!zone.IsVertical)
                svg.Text(frame.Left + 5, Math.Min(place.From + 13, frame.Bottom - 2), zone.Text, ink);
            else if (TextWidth.Of(zone.Text) <= place.To - place.From)
                svg.Text((place.From + place.To) / 2, frame.Top + 12, zone.Text, ink, "middle");
        }
    }

    // In pixels along its axis; null where it lies outside.
    private (double From, double To)? Place(Zone zone)
    {
        Scale scale = zone.IsVertical ? frame.X : frame.Y;
        if (double.IsNaN(zone.From + zone.To) || zone.To <= scale.Min || zone.From >= scale.Max)
            return null;
        double a = scale.At(Math.Clamp(zone.From, scale.Min, scale.Max));
        double b = scale.At(Math.Clamp(zone.To, scale.Min, scale.Max));
        return (Math.Min(a, b), Math.Max(a, b));
    }
}
