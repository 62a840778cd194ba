using System.Runtime.CompilerServices;

namespace Backprop;

/// <summary>
/// The functions of formulas on vectors. Largest errors over a million points and more, in units of the last place:
/// see the tests, which hold these bounds.
/// </summary>
/// <remarks>NaN gives NaN. .NET's own vector functions for these widen float to double and are calls.</remarks>
internal static class Functions<L, V>
    where L : ILanes<V>
    where V : struct
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private const double Log2E = 1.4426950408889634, Ln2 = 0.6931471805599453;

    /// <summary>What rounding ln 2 to float or to double leaves over.</summary>
    private static double Ln2Rest => L.IsSingle ? Ln2 - (float)Ln2 : 2.3190468138462996e-17;

    /// <summary>eˣ = 2ⁿ · eʳ with |r| ≤ ½ ln 2.</summary>
    [MethodImpl(Inline)]
    public static V Exp(V x)
    {
        x = Clamp(x, L.IsSingle ? -104 : -746, L.IsSingle ? 89 : 710);
        var (n, r) = Reduce(x);
        return L.Scale(L.Add(L.Of(1), ExpMinusOne(r)), n);
    }

    /// <summary>eˣ − 1 = 2ⁿ (eʳ − 1) + (2ⁿ − 1), in which the second part is exact where it matters.</summary>
    [MethodImpl(Inline)]
    public static V Expm1(V x)
    {
        // Far below, the result is −1; n stays small enough for 2ⁿ on its own, and overflow comes from Scale.
        x = Clamp(x, L.IsSingle ? -25 : -45, L.IsSingle ? 89 : 710);
        var (n, r) = Reduce(x);
        // Halved, so that the largest 2ⁿ is still a number.
        var half = L.Scale(L.Of(0.5), n);
        var y = L.Fma(half, ExpMinusOne(r), L.Subtract(half, L.Of(0.5)));
        return L.Add(y, y);
    }

    /// <summary>1 / (1 + e⁻ˣ)</summary>
    [MethodImpl(Inline)]
    public static V Sigmoid(V x) => L.Divide(L.Of(1), L.Add(L.Of(1), Exp(L.Subtract(L.Of(0), x))));

    /// <summary>tanh x = t / (t + 2) with t = e²ˣ − 1.</summary>
    [MethodImpl(Inline)]
    public static V Tanh(V x)
    {
        double flat = L.IsSingle ? 10 : 20;
        var a = L.SmallerOrSecond(L.Of(flat), L.Abs(x));
        var t = Expm1(L.Add(a, a));
        return L.CopySign(L.Divide(t, L.Add(t, L.Of(2))), x);
    }

    /// <summary>log x = e ln 2 + log m with √½ ≤ m &lt; √2, and log m = 2s + s³ G(s²) with s = (m − 1) / (m + 1).</summary>
    [MethodImpl(Inline)]
    public static V Log(V x)
    {
        double smallest = L.IsSingle ? 1.17549435e-38 : 2.2250738585072014e-308, up = L.IsSingle ? 25 : 54;
        var isSubnormal = L.IsLess(x, L.Of(smallest));
        var a = L.Choose(isSubnormal, L.Multiply(x, L.Of(L.IsSingle ? 1 << 25 : 1L << 54)), x);
        var m = L.Mantissa(a);
        var isLarge = L.IsLess(L.Of(1.4142135623730951), m);
        m = L.Choose(isLarge, L.Multiply(m, L.Of(0.5)), m);
        var e = L.Add(L.Exponent(a), L.Choose(isLarge, L.Of(1), L.Of(0)));
        e = L.Subtract(e, L.Choose(isSubnormal, L.Of(up), L.Of(0)));

        var f = L.Subtract(m, L.Of(1));
        var s = L.Divide(f, L.Add(f, L.Of(2)));
        var z = L.Multiply(s, s);
        var g = L.Multiply(z, L.IsSingle ? Polynomials<L, V>.Log32(z) : Polynomials<L, V>.Log64(z));
        // 2s = f − f²/2 + s f²/2: f is exact, so the large part of the sum is too.
        var h = L.Multiply(L.Multiply(f, f), L.Of(0.5));
        var low = L.Fma(s, L.Add(h, g), L.Multiply(e, L.Of(Ln2Rest)));
        var y = L.Fma(e, L.Of(HighLn2), L.Subtract(f, L.Subtract(h, low)));

        y = L.Choose(L.IsEqual(x, L.Of(double.PositiveInfinity)), x, y);
        y = L.Choose(L.IsEqual(x, L.Of(0)), L.Of(double.NegativeInfinity), y);
        return L.Choose(L.IsEqual(L.LargerOrSecond(L.Of(0), x), x), y, L.Of(double.NaN));
    }

    /// <summary>log(1 + x) = log u + (x − (u − 1)) / u with u = 1 + x: what rounding u lost comes back.</summary>
    [MethodImpl(Inline)]
    public static V Log1p(V x)
    {
        var u = L.Add(L.Of(1), x);
        var lost = L.Divide(L.Subtract(x, L.Subtract(u, L.Of(1))), u);
        // 0/0 and ∞ − ∞ at both ends, where log u alone is right.
        lost = L.Choose(L.IsEqual(lost, lost), lost, L.Of(0));
        return L.Add(Log(u), lost);
    }

    /// <summary>The error function: a polynomial to 1, then 1 − e^(−x²) · a polynomial of 1 / (|x| + c).</summary>
    [MethodImpl(Inline)]
    public static V Erf(V x)
    {
        var a = L.SmallerOrSecond(L.Of(L.IsSingle ? 4 : 6), L.Abs(x));
        var square = L.Multiply(a, a);
        var near = L.Fma(a, L.IsSingle ? Polynomials<L, V>.Erf32(square) : Polynomials<L, V>.Erf64(square), a);
        var far = L.IsSingle
            ? Polynomials<L, V>.Erfc32(L.Subtract(L.Divide(L.Of(12), L.Add(a, L.Of(2))), L.Of(3)))
            : Polynomials<L, V>.Erfc64(L.Subtract(L.Divide(L.Of(14.4), L.Add(a, L.Of(3))), L.Of(2.6)));
        far = L.Subtract(L.Of(1), L.Multiply(Exp(L.Subtract(L.Of(0), square)), far));
        return L.CopySign(L.Choose(L.IsLess(a, L.Of(1)), near, far), x);
    }

    private static double HighLn2 => L.IsSingle ? (float)Ln2 : Ln2;

    // The constant stands first, so NaN passes.
    [MethodImpl(Inline)]
    private static V Clamp(V x, double low, double high) =>
        L.SmallerOrSecond(L.Of(high), L.LargerOrSecond(L.Of(low), x));

    /// <summary>x = n ln 2 + r. Products inside Fma are exact, so ln 2 in two pieces is ln 2 to twice the precision.</summary>
    [MethodImpl(Inline)]
    private static (V N, V R) Reduce(V x)
    {
        var n = L.Round(L.Multiply(x, L.Of(Log2E)));
        var r = L.Fma(n, L.Of(-HighLn2), x);
        return (n, L.Fma(n, L.Of(-Ln2Rest), r));
    }

    /// <summary>eʳ − 1 = r + r² q(r)</summary>
    [MethodImpl(Inline)]
    private static V ExpMinusOne(V r)
    {
        var q = L.IsSingle ? Polynomials<L, V>.Exp32(r) : Polynomials<L, V>.Exp64(r);
        return L.Fma(L.Multiply(r, r), q, r);
    }
}
