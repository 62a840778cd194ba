namespace Backprop.Ops;

/// <summary>Writes a formula as TeX.</summary>
internal sealed class TexWriter(string[] names)
{
    public string Write(Formula f) => f.Kind switch
    {
        FormulaKind.Input => f.Index < names.Length ? names[f.Index] : "x_{" + FormulaText.Number(f.Index) + "}",
        FormulaKind.Scalar => "s_{" + FormulaText.Number(f.Index) + "}",
        FormulaKind.Constant => Number(f.Value),
        FormulaKind.Column => "j",
        FormulaKind.Add => $"{In(f.A!, 1)} + {In(f.B!, 1)}",
        FormulaKind.Subtract => $"{In(f.A!, 1)} - {In(f.B!, 2)}",
        FormulaKind.Multiply => $@"{In(f.A!, 2)} \cdot {In(f.B!, 2)}",
        FormulaKind.Divide => $@"\frac{{{Write(f.A!)}}}{{{Write(f.B!)}}}",
        FormulaKind.Pow => $"{In(f.A!, 5)}^{{{Write(f.B!)}}}",
        FormulaKind.Greater => $"[{In(f.A!, 1)} > {In(f.B!, 1)}]",
        FormulaKind.GreaterOrEqual => $@"[{In(f.A!, 1)} \ge {In(f.B!, 1)}]",
        FormulaKind.Equal => $"[{In(f.A!, 1)} = {In(f.B!, 1)}]",
        FormulaKind.Select => $@"\begin{{cases}} {Write(f.B!)} & \text{{if }} {Condition(f.A!)} \\ "
            + $@"{Write(f.C!)} & \text{{else}} \end{{cases}}",
        FormulaKind.Max or FormulaKind.Min => $@"\{Word(f)}({Write(f.A!)}, {Write(f.B!)})",
        _ => OfOne(f),
    };

    private string OfOne(Formula f) => f.Kind switch
    {
        FormulaKind.Negate => "-" + In(f.A!, 3),
        FormulaKind.Abs => $@"\left|{Write(f.A!)}\right|",
        FormulaKind.Sqrt => $@"\sqrt{{{Write(f.A!)}}}",
        FormulaKind.Exp => $"e^{{{Write(f.A!)}}}",
        FormulaKind.Expm1 => $"(e^{{{Write(f.A!)}}} - 1)",
        FormulaKind.Log1p => $@"\log(1 + {In(f.A!, 1)})",
        FormulaKind.Sigmoid => $@"\sigma({Write(f.A!)})",
        FormulaKind.Erf => $@"\operatorname{{erf}}({Write(f.A!)})",
        FormulaKind.NormalCdf => $@"\Phi({Write(f.A!)})",
        FormulaKind.Floor => $@"\lfloor {Write(f.A!)} \rfloor",
        FormulaKind.RowSum => $@"\sum_j {In(f.A!, 2)}",
        FormulaKind.RowMax => $@"\max_j {In(f.A!, 2)}",
        _ => $@"\{Word(f)}({Write(f.A!)})",
    };

    // A comparison as a condition stands without the bracket that turns it into a number.
    private string Condition(Formula f) =>
        FormulaText.Binding(f) == 0 ? Write(f)[1..^1] : Write(f) + @" \ne 0";

    private string In(Formula part, int place) =>
        FormulaText.Binding(part) < place && !IsClosed(part) ? $"({Write(part)})" : Write(part);

    // Fractions and comparisons bring their own bracket.
    private static bool IsClosed(Formula f) => f.Kind == FormulaKind.Divide || FormulaText.Binding(f) == 0;

    private static string Word(Formula f) => f.Kind.ToString().ToLowerInvariant();

    private static string Number(double value)
    {
        string text = FormulaText.Number(value);
        int exponent = text.IndexOf('E', StringComparison.Ordinal);
        if (double.IsInfinity(value))
            return value > 0 ? @"\infty" : @"-\infty";
        return exponent < 0 ? text : $@"{text[..exponent]} \cdot 10^{{{text[(exponent + 1)..].TrimStart('+')}}}";
    }
}
