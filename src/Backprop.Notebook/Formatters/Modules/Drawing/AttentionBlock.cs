using Backprop.Display;

namespace Backprop;

/// <summary>
/// A block of a transformer from bottom to top: its parts as boxes, with what passes by each. A part <c>+</c> is where
/// what passed by is added.
/// </summary>
internal sealed record AttentionBlock(string Name, Shape? Output, string Look, IReadOnlyList<string> Parts)
    : Block(Name, Output, Look)
{
    private const double BoxWidth = 116;
    private const double BoxHeight = 22;
    private const double Between = 12;
    private const double Beside = 16;

    /// <summary>The parts of a transformer's layer.</summary>
    public static IReadOnlyList<string> PartsOf(TransformerLayer layer)
    {
        (MultiHeadAttention self, MultiHeadAttention? cross) = layer switch
        {
            TransformerEncoderLayer encoder => (encoder.SelfAttn, null),
            TransformerDecoderLayer decoder => (decoder.SelfAttn, decoder.MultiheadAttn),
            _ => throw new ArgumentException($"{layer} is neither encoder nor decoder."),
        };
        var parts = new List<string>();
        Add(FormattableString.Invariant($"attention, {self.Heads} heads"));
        if (cross is not null)
            Add(FormattableString.Invariant($"cross attention, {cross.Heads} heads"));
        Add(FormattableString.Invariant($"feed-forward {layer.Linear1.Weight.Shape[0]}"));
        return parts;

        void Add(string part) => parts.AddRange(layer.IsNormFirst ? ["norm", part, "+"] : [part, "+", "norm"]);
    }

    public override double Width => BoxWidth + (2 * Beside);

    public override double Height => Parts.Count * (BoxHeight + Between) + Between;

    public override void Draw(SvgBuilder svg, double x, double middle)
    {
        double left = x + Beside;
        double center = left + (BoxWidth / 2);
        double bottom = middle + (Height / 2);
        double from = bottom - (Between / 2);
        for (int i = 0; i < Parts.Count; i++)
        {
            double top = bottom - ((i + 1) * (BoxHeight + Between));
            Arrow.Draw(svg, center, top + BoxHeight + Between, center, top + BoxHeight);
            double y = top + (BoxHeight / 2);
            if (Parts[i] != "+")
            {
                svg.Rectangle(left, top, BoxWidth, BoxHeight, Fill);
                svg.Text(center, y + 4, TextWidth.Fit(Parts[i], BoxWidth - 6), new Ink("s", ""), "middle");
                continue;
            }
            svg.Add(new Html(FormattableString.Invariant(
                $"<path class=\"skip\" fill=\"none\" stroke=\"#a34100\" d=\"M{center:0.#} {from:0.#}H{left - 9:0.#}V{y:0.#}H{center - 9:0.#}\"/>")));
            Arrow.Plus(svg, center, y);
            from = top - (Between / 2);
        }
        Arrow.Draw(svg, center, bottom - (Parts.Count * (BoxHeight + Between)), center, middle - (Height / 2));
    }
}
