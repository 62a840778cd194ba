namespace Backprop;

/// <summary>The operations that a <see cref="ScalarGraph"/> knows.</summary>
internal static class ScalarRules
{
    private static readonly Term One = Term.Number(1);

    public static readonly ScalarRule Add = new()
    {
        Value = (x, y) => x + y,
        Slopes = [(_, _, _) => 1, (_, _, _) => 1],
        Text = (x, y) => x + y,
        SlopeTexts = [(_, _, _) => One, (_, _, _) => One],
        Commutes = true,
    };

    public static readonly ScalarRule Subtract = new()
    {
        Value = (x, y) => x - y,
        Slopes = [(_, _, _) => 1, (_, _, _) => -1],
        Text = (x, y) => x - y,
        SlopeTexts = [(_, _, _) => One, (_, _, _) => -One],
    };

    public static readonly ScalarRule Multiply = new()
    {
        Value = (x, y) => x * y,
        Slopes = [(_, y, _) => y, (x, _, _) => x],
        Text = (x, y) => x * y,
        SlopeTexts = [(_, y, _) => y, (x, _, _) => x],
        Commutes = true,
    };

    public static readonly ScalarRule Divide = new()
    {
        Value = (x, y) => x / y,
        Slopes = [(_, y, _) => 1 / y, (x, y, _) => -x / (y * y)],
        Text = (x, y) => x / y,
        SlopeTexts = [(_, y, _) => One / y, (x, y, _) => -(x / y.Power(Term.Number(2)))],
    };

    public static readonly ScalarRule Negate = new()
    {
        Value = (x, _) => -x,
        Slopes = [(_, _, _) => -1],
        Text = (x, _) => -x,
        SlopeTexts = [(_, _, _) => -One],
    };

    public static readonly ScalarRule Square = new()
    {
        Value = (x, _) => x * x,
        Slopes = [(x, _, _) => 2 * x],
        Text = (x, _) => x.Power(Term.Number(2)),
        SlopeTexts = [(x, _, _) => x.Text.Length == 1 ? new Term("2" + x.Text, Term.Product) : Term.Number(2) * x],
    };

    public static readonly ScalarRule Power = new()
    {
        Value = Math.Pow,
        Slopes = [(x, y, _) => y * Math.Pow(x, y - 1), (x, _, result) => result * Math.Log(x)],
        Text = (x, y) => x.Power(y),
        SlopeTexts = [(x, y, _) => y * x.Power(OneLess(y)), (x, _, result) => result * Term.Call("log", x)],
    };

    public static readonly ScalarRule Cos = new()
    {
        Value = (x, _) => Math.Cos(x),
        Slopes = [(x, _, _) => -Math.Sin(x)],
        Text = (x, _) => Term.Call("cos", x),
        SlopeTexts = [(x, _, _) => -Term.Call("sin", x)],
    };

    public static readonly ScalarRule Sin = new()
    {
        Value = (x, _) => Math.Sin(x),
        Slopes = [(x, _, _) => Math.Cos(x)],
        Text = (x, _) => Term.Call("sin", x),
        SlopeTexts = [(x, _, _) => Term.Call("cos", x)],
    };

    public static readonly ScalarRule Exp = new()
    {
        Value = (x, _) => Math.Exp(x),
        Slopes = [(_, _, result) => result],
        Text = (x, _) => Term.Call("exp", x),
        SlopeTexts = [(x, _, _) => Term.Call("exp", x)],
    };

    public static readonly ScalarRule Log = new()
    {
        Value = (x, _) => Math.Log(x),
        Slopes = [(x, _, _) => 1 / x],
        Text = (x, _) => Term.Call("log", x),
        SlopeTexts = [(x, _, _) => One / x],
    };

    public static readonly ScalarRule Sqrt = new()
    {
        Value = (x, _) => Math.Sqrt(x),
        Slopes = [(_, _, result) => 0.5 / result],
        Text = (x, _) => new Term("√" + x.At(Term.Atom), Term.Function),
        SlopeTexts = [(_, _, result) => One / new Term($"(2·{result.Text})", Term.Atom)],
    };

    public static readonly ScalarRule Tanh = new()
    {
        Value = (x, _) => Math.Tanh(x),
        Slopes = [(_, _, result) => 1 - (result * result)],
        Text = (x, _) => Term.Call("tanh", x),
        SlopeTexts = [(_, _, result) => One - result.Power(Term.Number(2))],
    };

    public static readonly ScalarRule Sigmoid = new()
    {
        Value = (x, _) => 1 / (1 + Math.Exp(-x)),
        Slopes = [(_, _, result) => result * (1 - result)],
        Text = (x, _) => new Term($"σ({x.Text})", Term.Function),
        SlopeTexts = [(_, _, result) => new Term($"{result.Text}(1 − {result.Text})", Term.Product)],
    };

    /// <summary>At exactly 0 the slope is 0, as everywhere in this course.</summary>
    public static readonly ScalarRule Relu = new()
    {
        Value = (x, _) => Math.Max(0, x),
        Slopes = [(x, _, _) => x > 0 ? 1 : 0],
        Text = (x, _) => new Term($"max(0, {x.Text})", Term.Function),
        SlopeTexts = [(x, _, _) => Choice(x, Term.Number(0), "1", "0")],
    };

    /// <summary>At exactly 0 the slope is 0.</summary>
    public static readonly ScalarRule Abs = new()
    {
        Value = (x, _) => Math.Abs(x),
        Slopes = [(x, _, _) => double.IsNaN(x) ? x : Math.Sign(x)],
        Text = (x, _) => new Term($"|{x.Text}|", Term.Atom),
        SlopeTexts = [(x, _, _) => Choice(x, Term.Number(0), "1", "−1")],
    };

    /// <summary>At a tie each input gets half.</summary>
    public static readonly ScalarRule Max = new()
    {
        Value = Math.Max,
        Slopes = [(x, y, _) => Wins(x, y), (x, y, _) => Wins(y, x)],
        Text = (x, y) => Term.Call("max", x, y),
        SlopeTexts = [(x, y, _) => Choice(x, y, "1", "0"), (x, y, _) => Choice(y, x, "1", "0")],
        Commutes = true,
    };

    /// <summary>At a tie each input gets half.</summary>
    public static readonly ScalarRule Min = new()
    {
        Value = Math.Min,
        Slopes = [(x, y, _) => Wins(y, x), (x, y, _) => Wins(x, y)],
        Text = (x, y) => Term.Call("min", x, y),
        SlopeTexts = [(x, y, _) => Choice(y, x, "1", "0"), (x, y, _) => Choice(x, y, "1", "0")],
        Commutes = true,
    };

    private static double Wins(double x, double y) => x > y ? 1 : x == y ? 0.5 : 0;

    private static Term Choice(Term x, Term y, string yes, string no) =>
        new($"{x.Text} > {y.Text} ? {yes} : {no}", Term.Sum);

    private static Term OneLess(Term exponent) =>
        exponent.Constant is { } k ? Term.Number(k - 1) : new Term($"({exponent.Text} − 1)", Term.Atom);
}
