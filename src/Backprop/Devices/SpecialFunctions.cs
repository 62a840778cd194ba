namespace Backprop;

/// <summary>Functions that .NET lacks or rounds badly, for one double at a time: slow and easy to check.</summary>
internal static class SpecialFunctions
{
    /// <summary>The error function, within 4 ulp.</summary>
    internal static double Erf(double x)
    {
        double a = Math.Abs(x);
        if (double.IsNaN(x))
            return x;
        return Math.CopySign(a < 1 ? ErfSeries(a) : 1 - Math.Exp(-a * a) * ErfcFraction(a), x);
    }

    /// <summary>½ erfc(−x/√2), whose relative error stays as small however unlikely a draw below x is.</summary>
    internal static double NormalCdf(double x)
    {
        double a = Math.Abs(x);
        if (a < Math.Sqrt(2) || double.IsNaN(x))
            return 0.5 * (1 + Erf(x / Math.Sqrt(2)));
        if (a > 39)
            return x > 0 ? 1 : 0;
        // What rounding a² took must come back: in the exponent it would be a relative error of hundreds of ulp.
        double square = a * a, lost = Math.FusedMultiplyAdd(a, a, -square);
        double tail = 0.5 * Math.Exp(-0.5 * square) * (1 - 0.5 * lost) * ErfcFraction(a / Math.Sqrt(2));
        return x > 0 ? 1 - tail : tail;
    }

    /// <summary>eˣ − 1: Kahan's trick, in which the rounding errors of both factors cancel.</summary>
    internal static double Expm1(double x)
    {
        double u = Math.Exp(x), less = u - 1;
        if (u == 1)
            return x;
        return less == -1 || double.IsInfinity(u) || double.IsNaN(u) ? less : less * x / Math.Log(u);
    }

    /// <summary>log(1 + x), by the same trick.</summary>
    internal static double Log1p(double x)
    {
        double u = 1 + x;
        if (u == 1)
            return x;
        return double.IsInfinity(u) ? u : Math.Log(u) * x / (u - 1);
    }

    // erf x = 2/√π · x · exp(−x²) · Σ (2x²)ⁿ / (1·3·…·(2n+1)): all terms are positive, so nothing cancels.
    private static double ErfSeries(double x)
    {
        double term = 1, sum = 1;
        for (int n = 1; term > sum * 1e-17; n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.Sqrt(Math.PI) * x * Math.Exp(-x * x) * sum;
    }

    // exp(x²) erfc x = 1/√π · 1/(x + (1/2)/(x + (2/2)/(x + (3/2)/(x + …)))), from the inside out.
    private static double ErfcFraction(double x)
    {
        double below = x;
        for (int n = 200; n >= 1; n--)
            below = x + n / 2.0 / below;
        return 1 / Math.Sqrt(Math.PI) / below;
    }
}
