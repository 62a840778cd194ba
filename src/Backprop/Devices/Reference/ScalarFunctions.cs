using System.Numerics;
using Backprop.Ops;

namespace Backprop;

/// <summary>What each kind of formula means for single numbers. A function of one operand ignores the others.</summary>
internal static class ScalarFunctions<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal static Func<T, T, T, T> Of(FormulaKind kind) => kind switch
    {
        FormulaKind.Negate => (a, _, _) => -a,
        FormulaKind.Abs => (a, _, _) => T.Abs(a),
        FormulaKind.Sqrt => (a, _, _) => T.Sqrt(a),
        FormulaKind.Exp => (a, _, _) => T.Exp(a),
        FormulaKind.Expm1 => (a, _, _) => InDouble(SpecialFunctions.Expm1, a),
        FormulaKind.Log => (a, _, _) => T.Log(a),
        FormulaKind.Log1p => (a, _, _) => InDouble(SpecialFunctions.Log1p, a),
        FormulaKind.Tanh => (a, _, _) => T.Tanh(a),
        FormulaKind.Sigmoid => (a, _, _) => T.One / (T.One + T.Exp(-a)),
        FormulaKind.Sin => (a, _, _) => T.Sin(a),
        FormulaKind.Cos => (a, _, _) => T.Cos(a),
        FormulaKind.Erf => (a, _, _) => InDouble(SpecialFunctions.Erf, a),
        FormulaKind.NormalCdf => (a, _, _) => InDouble(SpecialFunctions.NormalCdf, a),
        FormulaKind.Floor => (a, _, _) => T.Floor(a),
        FormulaKind.Add => (a, b, _) => a + b,
        FormulaKind.Subtract => (a, b, _) => a - b,
        FormulaKind.Multiply => (a, b, _) => a * b,
        FormulaKind.Divide => (a, b, _) => a / b,
        FormulaKind.Pow => (a, b, _) => T.Pow(a, b),
        FormulaKind.Max => (a, b, _) => a > b || T.IsNaN(a) ? a : b,
        FormulaKind.Min => (a, b, _) => a < b || T.IsNaN(a) ? a : b,
        FormulaKind.Greater => (a, b, _) => a > b ? T.One : T.Zero,
        FormulaKind.GreaterOrEqual => (a, b, _) => a >= b ? T.One : T.Zero,
        FormulaKind.Equal => (a, b, _) => a == b ? T.One : T.Zero,
        FormulaKind.Select => (a, b, c) => a != T.Zero ? b : c,
        _ => throw new NotSupportedException($"{kind} is not a function of single numbers."),
    };

    private static T InDouble(Func<double, double> function, T x) =>
        T.CreateTruncating(function(double.CreateTruncating(x)));
}
