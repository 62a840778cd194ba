using System.Globalization;

namespace Backprop.Ops;

/// <summary>Formulas as a person writes them: plain text for graphs and listings, TeX for pages.</summary>
public static class FormulaText
{
    /// <summary>Plain text with only the brackets it needs: <c>1 / (1 + exp(-x))</c>.</summary>
    /// <param name="formula">What to print.</param>
    /// <param name="names">Names of the inputs; x0, x1, … without.</param>
    public static string Plain(Formula formula, params ReadOnlySpan<string> names) =>
        new PlainWriter(names.ToArray()).Write(formula);

    /// <summary>TeX without dollar signs: <c>\frac{1}{1 + e^{-x}}</c>.</summary>
    /// <param name="formula">What to print.</param>
    /// <param name="names">Names of the inputs as TeX; x_{0}, x_{1}, … without.</param>
    public static string Tex(Formula formula, params ReadOnlySpan<string> names) =>
        new TexWriter(names.ToArray()).Write(formula);

    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    internal static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>How tightly the outermost operation binds: less than its place asks means brackets.</summary>
    internal static int Binding(Formula formula) => formula.Kind switch
    {
        FormulaKind.Greater or FormulaKind.GreaterOrEqual or FormulaKind.Equal => 0,
        FormulaKind.Add or FormulaKind.Subtract => 1,
        FormulaKind.Multiply or FormulaKind.Divide => 2,
        FormulaKind.Negate => 3,
        FormulaKind.Constant when formula.Value < 0 => 3,
        FormulaKind.Pow => 4,
        _ => 5,
    };
}
