using Backprop.Display;

namespace Backprop;

/// <summary>The room that something takes in a drawing, in pixels.</summary>
internal readonly record struct Box(double Left, double Top, double Width, double Height)
{
    private const double TextHeight = 13;

    /// <summary>The room of a text of 11 pixels whose middle stands at x, on a base line y.</summary>
    public static Box Around(double x, double y, string text)
    {
        double width = TextWidth.Of(text) + 4;
        return new Box(x - (width / 2), y - TextHeight + 3, width, TextHeight);
    }

    public bool Meets(Box other) =>
        Left < other.Left + other.Width && other.Left < Left + Width
        && Top < other.Top + other.Height && other.Top < Top + Height;
}
