using System.Globalization;

namespace Backprop;

/// <summary>A piece of a formula as text, with how tightly it holds together: where to put brackets.</summary>
/// <param name="Text">The text without outer brackets.</param>
/// <param name="Level">One of the constants below.</param>
/// <param name="Constant">The number, if it is one.</param>
internal readonly record struct Term(string Text, int Level, double? Constant = null)
{
    public const int Sum = 1;
    public const int Product = 2;
    public const int Function = 3;
    public const int Atom = 4;

    /// <summary>A node by name. The notes number nodes and write y(4) for the value of node 4; so do we: y4.</summary>
    public static Term Node(string name) => new(char.IsAsciiDigit(name[0]) ? "y" + name : name, Atom);

    /// <summary>A plain number.</summary>
    public static Term Number(double value) => new(Format(value), value < 0 ? Sum : Atom, value);

    /// <summary>The text with brackets if it holds together less tightly than asked.</summary>
    public string At(int level) => Level >= level ? Text : $"({Text})";

    /// <summary>A sum; a negative number is subtracted.</summary>
    public static Term operator +(Term a, Term b) =>
        new(b.Constant < 0 ? $"{a.Text} − {Format(-b.Constant.Value)}" : $"{a.Text} + {b.Text}", Sum);

    /// <summary>A difference.</summary>
    public static Term operator -(Term a, Term b) => new($"{a.Text} − {b.At(Product)}", Sum);

    /// <summary>The opposite.</summary>
    public static Term operator -(Term a) => new($"−{a.At(Product)}", Sum);

    /// <summary>A product: <c>3·u</c> with a number, <c>p · q</c> else.</summary>
    public static Term operator *(Term a, Term b)
    {
        if (a.Constant is null && b.Constant is not null)
            (a, b) = (b, a);
        string sign = a.Constant is null ? " · " : "·";
        return new(a.At(Product) + sign + b.At(Product), Product);
    }

    /// <summary>A quotient.</summary>
    public static Term operator /(Term a, Term b) => new($"{a.At(Product)}/{b.At(Function)}", Product);

    /// <summary>A power: raised digits where the exponent is a whole number.</summary>
    public Term Power(Term exponent)
    {
        if (exponent.Constant == 1)
            return this;
        string raised = exponent.Constant is { } k && k == Math.Round(k) && Math.Abs(k) < 100
            ? Superscript((int)k)
            : "^" + exponent.At(Atom);
        return new(At(Atom) + raised, Function);
    }

    /// <summary>A function of one term: <c>cos u</c>, but <c>cos(w²)</c>.</summary>
    public static Term Call(string function, Term a) =>
        new(a.Level == Atom ? $"{function} {a.Text}" : $"{function}({a.Text})", Function);

    /// <summary>A function of two terms.</summary>
    public static Term Call(string function, Term a, Term b) => new($"{function}({a.Text}, {b.Text})", Atom);

    private static string Format(double value) =>
        value.ToString("G6", CultureInfo.InvariantCulture)
            .Replace("E-0", "e−", StringComparison.Ordinal)
            .Replace("E+", "e", StringComparison.Ordinal)
            .Replace("E", "e", StringComparison.Ordinal)
            .Replace('-', '−');

    private static string Superscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => digit switch
        {
            '-' => '⁻',
            '1' => '¹',
            '2' => '²',
            '3' => '³',
            _ => (char)('⁰' + (digit - '0')),
        }));
}
