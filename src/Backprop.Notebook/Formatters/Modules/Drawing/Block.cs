using Backprop.Display;

namespace Backprop;

/// <summary>One block of a drawing: a shape on the middle line, with its name, its output and what follows on it
/// underneath.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Output">What comes out, without the batch; null where it is not known.</param>
/// <param name="Look">The class of its look.</param>
internal abstract record Block(string Name, Shape? Output, string Look)
{
    private const double Widest = 120;
    private const int MostExtras = 3;

    /// <summary>Activations, norms and the like right behind it.</summary>
    public List<string> Extras { get; } = [];

    /// <summary>How wide the shape itself is.</summary>
    public abstract double Width { get; }

    /// <summary>How high the shape is, the middle line being its middle.</summary>
    public abstract double Height { get; }

    /// <summary>How wide shape and texts are.</summary>
    public double Room => Math.Max(Width, Lines.Select(line => TextWidth.Of(line.Text)).DefaultIfEmpty(0).Max());

    /// <summary>The texts under it.</summary>
    public IEnumerable<(string Text, Ink Ink)> Lines
    {
        get
        {
            yield return (TextWidth.Fit(Name, Widest), new Ink("s b", ""));
            if (Output is { } shape)
                yield return (ShapeText(shape), new Ink("m s mono", "fill=\"#666\""));
            foreach (string extra in Extras.Take(MostExtras))
                yield return (TextWidth.Fit(extra, Widest), Ink.Muted);
        }
    }

    /// <summary>In a sentence: <c>Conv2d 8×28×28, Relu</c>.</summary>
    public string Spoken
    {
        get
        {
            string shape = Output is { } known ? " " + ShapeText(known) : "";
            return Name + shape + string.Concat(Extras.Select(extra => ", " + extra));
        }
    }

    /// <summary>Draws the shape, its left edge at x.</summary>
    public abstract void Draw(SvgBuilder svg, double x, double middle);

    /// <summary>The ink of its outline.</summary>
    protected Ink Fill => new(Look, "fill=\"#fff\" stroke=\"#567\"");

    // Without the batch, which is the same everywhere.
    private static string ShapeText(Shape shape) => shape.Rank < 2
        ? "1"
        : string.Join("×", Enumerable.Range(1, shape.Rank - 1).Select(axis => NumberText.Count(shape[axis])));
}
