namespace Backprop.Display;

/// <summary>A drawing: one complete <c>&lt;svg&gt;</c> element.</summary>
/// <param name="Content">The element. It is shown as it is.</param>
/// <param name="Alt">What the drawing says, in words: shown where it cannot be drawn.</param>
[TypeFormatterSource(typeof(OwnFormatterSource))]
public sealed record Svg(string Content, string Alt = "A drawing.")
{
    /// <summary>The element itself.</summary>
    public override string ToString() => Content;
}
