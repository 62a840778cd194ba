namespace Backprop;

/// <summary>
/// What one operation on numbers does: its value and, right below it, its local derivatives; both also as text.
/// An operation of one number ignores the second.
/// </summary>
internal sealed record ScalarRule
{
    /// <summary>The result from the inputs.</summary>
    public required Func<double, double, double> Value { get; init; }

    /// <summary>The local derivative for each input, from the inputs and the result.</summary>
    public required Func<double, double, double, double>[] Slopes { get; init; }

    /// <summary>The operation as text, from its inputs.</summary>
    public required Func<Term, Term, Term> Text { get; init; }

    /// <summary>The local derivatives as text, from the inputs and the result.</summary>
    public required Func<Term, Term, Term, Term>[] SlopeTexts { get; init; }

    /// <summary>True if the inputs may change places: a + b and b + a are one node.</summary>
    public bool Commutes { get; init; }

    /// <summary>How many numbers it takes: 1 or 2.</summary>
    public int Inputs => Slopes.Length;
}
