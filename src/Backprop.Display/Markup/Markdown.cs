namespace Backprop.Display;

/// <summary>Text in Markdown, shown as such: <c>new Markdown("**bold**")</c>.</summary>
/// <param name="Content">The text.</param>
[TypeFormatterSource(typeof(OwnFormatterSource))]
public sealed record Markdown(string Content)
{
    /// <summary>The text itself.</summary>
    public override string ToString() => Content;
}
