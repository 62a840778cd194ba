namespace Backprop.Tests;

/// <summary>
/// A number in two doubles, about 32 digits: what functions in float64 are held against. After Dekker, 1971: the lower
/// double is what rounding took from the higher.
/// </summary>
internal readonly record struct Twofold(double High, double Low)
{
    private static readonly Twofold Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);
    private static readonly Twofold Pi = new(3.141592653589793, 1.2246467991473532e-16);

    public static implicit operator Twofold(double x) => new(x, 0);

    public static Twofold operator -(Twofold x) => new(-x.High, -x.Low);

    public static Twofold operator -(Twofold x, Twofold y) => x + -y;

    public static Twofold operator +(Twofold x, Twofold y)
    {
        Twofold high = Sum(x.High, y.High), low = Sum(x.Low, y.Low);
        var sum = Ordered(high.High, high.Low + low.High);
        return Ordered(sum.High, sum.Low + low.Low);
    }

    public static Twofold operator *(Twofold x, Twofold y)
    {
        double product = x.High * y.High, lost = Math.FusedMultiplyAdd(x.High, y.High, -product);
        return Ordered(product, lost + (x.High * y.Low + x.Low * y.High));
    }

    public static Twofold operator /(Twofold x, Twofold y)
    {
        double first = x.High / y.High;
        var rest = x - y * first;
        double second = rest.High / y.High;
        rest -= y * second;
        return Ordered(first, second) + rest.High / y.High;
    }

    public static Twofold Sqrt(Twofold x)
    {
        double root = Math.Sqrt(x.High);
        return root == 0 ? 0 : root + (x - (Twofold)root * root) / (2 * root);
    }

    public static Twofold Exp(Twofold x)
    {
        var (rest, power) = Reduced(x);
        return (rest + 1) * power;
    }

    /// <summary>2ⁿ (eʳ − 1) + (2ⁿ − 1)</summary>
    public static Twofold Expm1(Twofold x)
    {
        var (rest, power) = Reduced(x);
        return rest * power + (power - 1);
    }

    /// <summary>One step of Newton's method from .NET's logarithm.</summary>
    public static Twofold Log(Twofold x)
    {
        double near = Math.Log(x.High);
        return near + (x * Exp(-near) - 1);
    }

    /// <summary>The same for 1 + x, without adding the 1.</summary>
    public static Twofold Log1p(Twofold x)
    {
        double near = SpecialFunctions.Log1p(x.High);
        var shrunk = Expm1(-near);
        return near + (x + shrunk + x * shrunk);
    }

    public static Twofold Pow(Twofold x, Twofold y) => Exp(y * Log(x));

    public static Twofold Tanh(Twofold x)
    {
        var t = Expm1(x * 2);
        return t / (t + 2);
    }

    public static Twofold Sigmoid(Twofold x) => 1 / (1 + Exp(-x));

    /// <summary>2/√π · x · e^(−x²) · Σ (2x²)ⁿ / (1·3·…·(2n + 1)): all terms are positive.</summary>
    public static Twofold Erf(Twofold x)
    {
        Twofold square = x * x, term = 1, sum = 1;
        for (int n = 1; term.High > sum.High * 1e-34; n++)
        {
            term = term * square * 2 / (2 * n + 1);
            sum += term;
        }
        return 2 / Sqrt(Pi) * x * Exp(-square) * sum;
    }

    /// <summary>½ (1 + erf(x/√2)), or the continued fraction e^(−a²/2)/√2π · 1/(a + 1/(a + 2/(a + 3/(a + …)))) with
    /// a = −x where that would cancel.</summary>
    public static Twofold NormalCdf(Twofold x)
    {
        if (x.High > -4)
            return 0.5 * (1 + Erf(x * Sqrt(0.5)));
        Twofold a = -x, below = a;
        for (int n = 400; n >= 1; n--)
            below = a + n / below;
        return Exp(x * x * -0.5) / Sqrt(Pi * 2) / below;
    }

    public static Twofold Sin(Twofold x) => SinOfTurns(x, 0);

    public static Twofold Cos(Twofold x) => SinOfTurns(x, 1);

    /// <summary>eʳ − 1 (less 1) and 2ⁿ with x = n ln 2 + r; eʳ − 1 from e^(r/512) − 1 by doubling nine times.</summary>
    private static (Twofold Less, double Power) Reduced(Twofold x)
    {
        double n = Math.Abs(x.High) < 0.4 ? 0 : Math.Round(x.High / Ln2.High);
        var r = (x - Ln2 * n) * (1.0 / 512);
        Twofold term = r, sum = r;
        for (int i = 2; Math.Abs(term.High) > Math.Abs(sum.High) * 1e-34; i++)
        {
            term = term * r / i;
            sum += term;
        }
        for (int i = 0; i < 9; i++)
            sum = sum * 2 + sum * sum;
        return (sum, Math.ScaleB(1, (int)n));
    }

    /// <summary>sin(x + turns · π/2), with x brought to ±π/4.</summary>
    private static Twofold SinOfTurns(Twofold x, int turns)
    {
        double quarter = Math.Round(x.High / Pi.High * 2);
        var r = x - Pi * 0.5 * quarter;
        bool isCosine = ((long)quarter + turns & 1) != 0;
        Twofold term = isCosine ? 1 : r, sum = term;
        for (int i = isCosine ? 1 : 2; Math.Abs(term.High) > Math.Abs(sum.High) * 1e-34; i += 2)
        {
            term = -(term * r * r / (i * (i + 1.0)));
            sum += term;
        }
        return ((long)quarter + turns & 2) != 0 ? -sum : sum;
    }

    private static Twofold Sum(double a, double b)
    {
        double sum = a + b, ofB = sum - a;
        return new(sum, a - (sum - ofB) + (b - ofB));
    }

    private static Twofold Ordered(double high, double low)
    {
        double sum = high + low;
        return new(sum, low - (sum - high));
    }
}
