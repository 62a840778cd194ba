using static Backprop.LoweredTerm;

namespace Backprop;

/// <summary>
/// The functions of formulas, broken down to steps. Largest errors over 400,000 points in units of the last place,
/// float32 / float64: exp 1.1 / 1.1, expm1 1.7 / 1.8, log 0.8 / 0.8, log1p 1.5 / 1.5, tanh 2.4 / 2.4,
/// sigmoid 2.3 / 2.4, erf 1.3 / 1.4, Φ 5.1 / 4.8; docs/numerics.md has them all. NaN gives NaN.
/// </summary>
/// <remarks>
/// .NET's own vector functions for these are calls and widen float to double. The polynomials are near-minimax fits
/// (Chebyshev nodes, 40 digits), highest power first; their own error is below a tenth of the last place.
/// </remarks>
/// <param name="isSingle">True for float, false for double.</param>
internal sealed class Functions(bool isSingle)
{
    private const double Log2E = 1.4426950408889634, Ln2 = 0.6931471805599453, SqrtOf2 = 1.4142135623730951;

    // Products inside Fma are exact, so ln 2 in two pieces is ln 2 to twice the precision.
    private readonly double highLn2 = isSingle ? (float)Ln2 : Ln2;
    private readonly double lowLn2 = isSingle ? Ln2 - (float)Ln2 : 2.3190468138462996e-17;

    // How float and double are laid out in bits: size of the fraction, bias of the exponent, smallest normal number.
    private readonly int fraction = isSingle ? 23 : 52, bias = isSingle ? 127 : 1023;
    private readonly double smallest = isSingle ? 1.1754943508222875e-38 : 2.2250738585072014e-308;

    /// <summary>eˣ = 2ⁿ · eʳ with |r| ≤ ½ ln 2.</summary>
    internal LoweredTerm Exp(LoweredTerm x)
    {
        var (n, r) = Reduce(Clamp(x, isSingle ? -104 : -746, isSingle ? 89 : 710));
        return Scale(1 + ExpMinusOne(r), n);
    }

    /// <summary>eˣ − 1 = 2ⁿ (eʳ − 1) + (2ⁿ − 1), in which the second part is exact where it matters.</summary>
    internal LoweredTerm Expm1(LoweredTerm x)
    {
        // Below the lower end the result is −1.
        var (n, r) = Reduce(Clamp(x, isSingle ? -25 : -45, isSingle ? 89 : 710));
        // Half of it first, so that the largest 2ⁿ is still a number.
        var half = PowerOfTwo(n - 1);
        var y = Fma(half, ExpMinusOne(r), half - 0.5);
        return y + y;
    }

    /// <summary>1 / (1 + e⁻ˣ)</summary>
    internal LoweredTerm Sigmoid(LoweredTerm x) => 1 / (1 + Exp(-x));

    /// <summary>tanh x = t / (t + 2) with t = e²ˣ − 1.</summary>
    internal LoweredTerm Tanh(LoweredTerm x)
    {
        var a = SmallerOrSecond(isSingle ? 10 : 20, Abs(x));
        var (n, r) = Reduce(a + a);
        var power = PowerOfTwo(n);
        var t = Fma(power, ExpMinusOne(r), power - 1);
        return CopySign(t / (t + 2), x);
    }

    /// <summary>log x = e ln 2 + log m, √½ ≤ m &lt; √2, and log m = 2s + s³ g(s²) with s = (m − 1) / (m + 1).</summary>
    internal LoweredTerm Log(LoweredTerm x)
    {
        int lift = isSingle ? 25 : 54;
        var isSubnormal = x < smallest;
        var a = Choose(isSubnormal, x * Math.ScaleB(1, lift), x);
        var m = (a & Bits((1L << fraction) - 1)) | 1;
        var isLarge = m > SqrtOf2;
        m = Choose(isLarge, m * 0.5, m);
        var e = Exponent(a) + (isLarge & 1) - (isSubnormal & lift);

        var f = m - 1;
        var s = f / (f + 2);
        var square = s * s;
        var g = square * Polynomial(square, isSingle ? Log32 : Log64);
        // 2s = f − f²/2 + s f²/2: f is exact, so the large part of the sum is too.
        var h = f * f * 0.5;
        var low = Fma(s, h + g, e * lowLn2);
        var y = Fma(e, highLn2, f - (h - low));

        y = Choose(IsEqual(x, double.PositiveInfinity), x, y);
        y = Choose(IsEqual(x, 0), double.NegativeInfinity, y);
        return Choose(x >= 0, y, double.NaN);
    }

    /// <summary>log(1 + x) = log u + (x − (u − 1)) / u with u = 1 + x: what rounding u lost comes back.</summary>
    internal LoweredTerm Log1p(LoweredTerm x)
    {
        var u = 1 + x;
        var lost = (x - (u - 1)) / u;
        // 0/0 and ∞ − ∞ at both ends, where log u alone is right.
        return Log(u) + (lost & IsEqual(lost, lost));
    }

    /// <summary>The error function: a polynomial to 1, then 1 − e^(−x²) · a polynomial of 1 / (|x| + c).</summary>
    internal LoweredTerm Erf(LoweredTerm x)
    {
        var a = SmallerOrSecond(isSingle ? 4 : 6, Abs(x));
        var square = a * a;
        var near = Fma(a, Polynomial(square, isSingle ? Erf32 : Erf64), a);
        var far = isSingle
            ? Polynomial(12 / (a + 2) - 3, Erfc32)
            : Polynomial(14.4 / (a + 3) - 2.6, Erfc64);
        return CopySign(Choose(a < 1, near, 1 - Exp(-square) * far), x);
    }

    /// <summary>The normal distribution's Φ: ½ + x · a polynomial of x² to 1, then, with a = |x|, e^(−a²/2) · r · a
    /// polynomial of r = p / (a + c), or 1 less that.</summary>
    internal LoweredTerm NormalCdf(LoweredTerm x)
    {
        // Beyond the end it is 0 or 1.
        var a = SmallerOrSecond(isSingle ? 15 : 39, Abs(x));
        var square = a * a;
        var near = Fma(x, Polynomial(x * x, isSingle ? Normal32 : Normal64), 0.5);
        var r = isSingle ? 12 / (a + 3.5) : 9 / (a + 3);
        var far = r * Polynomial(r - (isSingle ? 1.6875 : 1.25), isSingle ? NormalTail32 : NormalTail64);
        var tail = far * Exp(square * -0.5);
        // What rounding a² took: in the exponent it would be a relative error of hundreds of units.
        var lost = Fma(a, a, -square);
        tail = Fma(tail, lost * -0.5, tail);
        return Choose(a < 1, near, Choose(x > 0, 1 - tail, tail));
    }

    private static LoweredTerm Abs(LoweredTerm x) => new(Instruction.Abs, x);

    private static LoweredTerm Floor(LoweredTerm x) => new(Instruction.Floor, x);

    // The constant stands first, so NaN passes.
    private static LoweredTerm Clamp(LoweredTerm x, double low, double high) =>
        SmallerOrSecond(high, LargerOrSecond(low, x));

    /// <summary>x = n ln 2 + r</summary>
    private (LoweredTerm N, LoweredTerm R) Reduce(LoweredTerm x)
    {
        var n = new LoweredTerm(Instruction.Round, x * Log2E);
        return (n, Fma(n, -lowLn2, Fma(n, -highLn2, x)));
    }

    /// <summary>eʳ − 1 = r + r² q(r)</summary>
    private LoweredTerm ExpMinusOne(LoweredTerm r) => Fma(r * r, Polynomial(r, isSingle ? Exp32 : Exp64), r);

    /// <summary>a · 2ⁿ in two steps, because 2ⁿ alone may be out of range where a · 2ⁿ is not.</summary>
    private LoweredTerm Scale(LoweredTerm a, LoweredTerm n)
    {
        var half = Floor(n * 0.5);
        return a * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    // Adding 1.5 · 2²³ (2⁵²) leaves the whole number in the lowest bits; they become the exponent.
    private LoweredTerm PowerOfTwo(LoweredTerm n)
    {
        var whole = n + Math.ScaleB(1.5, fraction);
        return new LoweredTerm(Instruction.AddBits, whole, Bits(bias)).ShiftLeft(fraction);
    }

    /// <summary>e of a = m · 2ᵉ, 1 ≤ m &lt; 2: its bits as the fraction of 2²³ (2⁵²) are a number.</summary>
    private LoweredTerm Exponent(LoweredTerm a)
    {
        double shift = Math.ScaleB(1, fraction);
        return (a.ShiftRight(fraction) | shift) - (shift + bias);
    }

    /// <summary>The number with these bits.</summary>
    private double Bits(long bits) =>
        isSingle ? BitConverter.Int32BitsToSingle((int)bits) : BitConverter.Int64BitsToDouble(bits);

    private static LoweredTerm Polynomial(LoweredTerm x, double[] coefficients)
    {
        LoweredTerm y = coefficients[0];
        foreach (double coefficient in coefficients.AsSpan(1))
            y = Fma(y, x, coefficient);
        return y;
    }

    // (eˣ − 1 − x) / x² for |x| ≤ ½ ln 2.
    private static readonly double[] Exp32 =
    [
        0.001392618359, 0.008363179053, 0.04166655462, 0.1666657699, 0.5,
    ];

    private static readonly double[] Exp64 =
    [
        2.0914686968086876e-09, 2.5105217004720745e-08, 2.75572736431103e-07, 2.7557255400206422e-06,
        2.4801587325547743e-05, 0.00019841269874820627, 0.0013888888888883748, 0.008333333333326136,
        0.04166666666666667, 0.1666666666666667, 0.5,
    ];

    // (log((1 + s) / (1 − s)) − 2s) / s³ with x = s² ≤ 0.0295.
    private static readonly double[] Log32 =
    [
        0.2958039828, 0.3998877067, 0.6666668506,
    ];

    private static readonly double[] Log64 =
    [
        0.1461703754879165, 0.1533167403016786, 0.18182890556695602, 0.2222221111514416, 0.2857142862609589,
        0.3999999999989924, 0.666666666666667,
    ];

    // erf(a) / a − 1 with x = a² ≤ 1.
    private static readonly double[] Erf32 =
    [
        7.875875063e-5, -0.0008016864287, 0.005189087423, -0.02685421201, 0.1128359472, -0.3761262667, 0.1283791658,
    ];

    private static readonly double[] Erf64 =
    [
        5.957176147748911e-11, -1.1372848856791674e-09, 1.4659775274047436e-08, -1.6350312701054695e-07,
        1.6461000484121368e-06, -1.4925595266831182e-05, 0.0001205533111164271, -0.000854832698083379,
        0.0052239776248180145, -0.026866170645076792, 0.11283791670954879, -0.3761263890318375, 0.1283791670955126,
    ];

    // exp(a²) erfc(a), in float32 for 1 ≤ a ≤ 4 with x = 12 / (a + 2) − 3.
    private static readonly double[] Erfc32 =
    [
        -1.149486198e-6, -2.802938326e-5, 4.607866369e-5, 0.002924752079, 0.02685091128, 0.1423953299, 0.2553956763,
    ];

    // The same for 1 ≤ a ≤ 6 with x = 14.4 / (a + 3) − 2.6.
    private static readonly double[] Erfc64 =
    [
        -1.6799777159311457e-13, -4.468786282795809e-15, 6.716060821011204e-12, -6.030100178315267e-12,
        -2.5809703293704675e-10, 2.6378817019432074e-10, 1.1340261055840323e-08, 4.526722197970927e-09,
        -5.541277438329464e-07, -2.4255574811020284e-06, 1.956358330834969e-05, 0.00033160296057845436,
        0.0024793146970724187, 0.012713147695691995, 0.0496984454033948, 0.15436117429436919, 0.20798329133342885,
    ];

    // (Φ(a) − ½) / a with x = a² ≤ 1.
    private static readonly double[] Normal32 =
    [
        -7.660538171e-6, 0.0001135022962, -0.001186343989, 0.009973328481, -0.06649036057, 0.3989422801,
    ];

    private static readonly double[] Normal64 =
    [
        4.0743269774266275e-12, -1.1064328282755891e-10, 2.2704137585676e-09, -4.1224107514160814e-08,
        6.6596798796552313e-07, -9.4446557931038458e-06, 0.00011543468751655942, -0.0011873282154680344,
        0.009973557010035022, -0.066490380066905426, 0.39894228040143268,
    ];

    // exp(a²/2) Φ(−a) / r, in float32 for 1 ≤ a ≤ 15 with x = r − 1.6875, r = 12 / (a + 3.5).
    private static readonly double[] NormalTail32 =
    [
        4.854204826e-7, 6.704859841e-7, -1.058411307e-5, -3.471183668e-5, 0.0001727310385, 0.001901365092,
        0.008790816294, 0.02701754676, 0.0613046449,
    ];

    // The same for 1 ≤ a ≤ 39 with x = r − 1.25, r = 9 / (a + 3).
    private static readonly double[] NormalTail64 =
    [
        1.8769423423630402e-12, -1.810543168094558e-12, -1.8633827763535692e-11, 3.8469789670028454e-11,
        7.4086470153191121e-11, -3.9097852294935913e-10, 1.6749019844287961e-10, 2.6528196680707952e-09,
        -5.8475851908328724e-09, -1.2774080576675795e-08, 6.9258271003959694e-08, 3.0016542589958282e-08,
        -7.0426498752237795e-07, 2.3937328480849904e-07, 7.7731642589887691e-06, -3.1263288450821436e-06,
        -0.00010741290015729702, -9.6673195771779834e-05, 0.0017197058357527972, 0.010122179738690241,
        0.032352905238364562, 0.072262048769663781,
    ];
}
