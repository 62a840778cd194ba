namespace Backprop.Ops;

/// <summary>Writes a formula as plain text.</summary>
internal sealed class PlainWriter(string[] names)
{
    public string Write(Formula f) => f.Kind switch
    {
        FormulaKind.Input => f.Index < names.Length ? names[f.Index] : "x" + FormulaText.Number(f.Index),
        FormulaKind.Scalar => "s" + FormulaText.Number(f.Index),
        FormulaKind.Constant => FormulaText.Number(f.Value),
        FormulaKind.Column => "column",
        FormulaKind.Negate => "-" + In(f.A!, 3),
        FormulaKind.Add => $"{In(f.A!, 1)} + {In(f.B!, 1)}",
        FormulaKind.Subtract => $"{In(f.A!, 1)} - {In(f.B!, 2)}",
        FormulaKind.Multiply => $"{In(f.A!, 2)} * {In(f.B!, f.B!.Kind == FormulaKind.Divide ? 3 : 2)}",
        FormulaKind.Divide => $"{In(f.A!, 2)} / {In(f.B!, 3)}",
        FormulaKind.Pow => $"{In(f.A!, 5)}^{In(f.B!, 5)}",
        FormulaKind.Greater => $"{In(f.A!, 1)} > {In(f.B!, 1)}",
        FormulaKind.GreaterOrEqual => $"{In(f.A!, 1)} >= {In(f.B!, 1)}",
        FormulaKind.Equal => $"{In(f.A!, 1)} = {In(f.B!, 1)}",
        _ => Name(f.Kind) + "(" + Operands(f) + ")",
    };

    private string In(Formula part, int place) =>
        FormulaText.Binding(part) < place ? "(" + Write(part) + ")" : Write(part);

    private string Operands(Formula f)
    {
        string text = Write(f.A!);
        if (f.B is not null)
            text += ", " + Write(f.B);
        return f.C is null ? text : text + ", " + Write(f.C);
    }

    // Invariant: kinds are ASCII names, but ToLower on its own would follow the reader's language.
    private static string Name(FormulaKind kind) => kind.ToString().ToLowerInvariant();
}
