using static Backprop.Checks.Numbers;
using Activate = System.Func<string, double, double, double>;

namespace Backprop.Checks;

/// <summary>The four functions of lesson 5, as the checks compute them.</summary>
internal static class L05Formulas
{
    public static double Sigma(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    public static double Leaky(double x, double alpha) => x > 0 ? x : alpha * x;

    public static double Elu(double x, double alpha) => x > 0 ? x : alpha * (Math.Exp(x) - 1);

    public static double Swish(double x) => x * Sigma(x);

    public static double Phi(double x) => 0.5 * (1 + Erf(x / Math.Sqrt(2)));

    public static double Gelu(double x) => x * Phi(x);

    public static double GeluTanh(double x) =>
        0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));

    public static double Bell(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    // Abramowitz and Stegun 7.1.26, the one that the exercise gives.
    public static double Erf(double x)
    {
        double t = 1 / (1 + (0.3275911 * Math.Abs(x)));
        double sum = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741
            + (t * (-1.453152027 + (t * 1.061405429))))))));
        return Math.Sign(x) * (1 - (sum * Math.Exp(-x * x)));
    }

    /// <summary>1 and -1 first, which the lesson knows, then others on both sides, none near 0.</summary>
    public static double[] Inputs(Random random) => [1, -1, .. Pick(random, 5, -4, -0.2), .. Pick(random, 5, 0.2, 4)];
}

/// <summary>L05.a: the values of the four, each with what is taken for it.</summary>
internal static class L05Values
{
    public static string? Leaky(Activate value, Random random) => Cased(value, random, "leaky", "LeakyAt", L05Formulas.Leaky,
        (got, x, alpha) => got switch
        {
            _ when x > 0 && alpha > 1 && Near(got, alpha * x) => " That is max(alpha x, x), which is right for alpha up to 1 only.",
            _ when x > 0 && Near(got, alpha * x) => " The two sides are exchanged.",
            _ when Near(got, x) => " That is x: the negative side is multiplied by alpha.",
            _ when Near(got, Math.Max(0, x)) => " That is ReLU: nothing leaks.",
            _ when Near(got, x > 0 ? x : alpha) => " That is the slope alpha; the value is alpha times x.",
            _ when Near(got, -L05Formulas.Leaky(x, alpha)) || (x < 0 && Near(got, -alpha * x)) => " Its sign is turned round.",
            _ => "",
        });

    public static string? Elu(Activate value, Random random) => Cased(value, random, "ELU", "EluAt", L05Formulas.Elu,
        (got, x, alpha) => got switch
        {
            _ when x <= 0 && Near(got, (alpha * Math.Exp(x)) - 1) => " That is alpha e^x - 1: alpha multiplies the whole bracket, (e^x - 1).",
            _ when x <= 0 && Near(got, alpha * Math.Exp(x)) => " The - 1 is missing.",
            _ when x <= 0 && Near(got, Math.Exp(x) - 1) => " alpha is missing.",
            _ when x <= 0 && Near(got, alpha * (Math.Exp(-x) - 1)) => " exp got -x: on the left the exponential has to become small.",
            _ when x <= 0 && Near(got, alpha * (1 - Math.Exp(x))) => " Its sign is turned round: on the left ELU is negative.",
            _ when x <= 0 && Near(got, alpha * x) => " That is the leak; ELU bends it with an exponential.",
            _ when x > 0 && Near(got, alpha * (Math.Exp(x) - 1)) => " For a positive x it is x itself.",
            0 => " That is what ReLU says.",
            _ => "",
        });

    public static string? Swish(Activate value, Random random) => Single(value, random, "Swish", "SwishAt", L05Formulas.Swish,
        (got, x) => got switch
        {
            _ when Near(got, L05Formulas.Sigma(x)) => " That is the gate; multiply it by x.",
            _ when Near(got, x * L05Formulas.Sigma(-x)) => " The gate is turned round: it has to open for large x.",
            _ when Near(got, L05Formulas.Gelu(x), 1e-5) => " That is GELU.",
            _ when Near(got, Math.Max(0, x)) => " That is ReLU; the gate of Swish is soft.",
            _ => "",
        });

    public static string? Gelu(Activate value, Random random) => Single(value, random, "GELU", "GeluAt", L05Formulas.Gelu,
        (got, x) => got switch
        {
            _ when Near(got, L05Formulas.GeluTanh(x)) => " That is the tanh form. The exercise asks for the exact one, with Erf.",
            _ when Near(got, L05Formulas.Phi(x), 1e-5) => " That is the gate; multiply it by x.",
            _ when Near(got, x * 0.5 * (1 + L05Formulas.Erf(x)), 1e-5) => " Erf got x: it wants x divided by the root of 2.",
            _ when Near(got, x * L05Formulas.Erf(x / Math.Sqrt(2)), 1e-5) => " Erf runs from -1 to 1; the gate is half of (1 + Erf).",
            _ when Near(got, x * (1 + L05Formulas.Erf(x / Math.Sqrt(2))), 1e-5) => " The half is missing: the gate may not exceed 1.",
            _ when Near(got, x * L05Formulas.Bell(x), 1e-5) => " That is x times the bell curve; the gate is the area below it, Phi.",
            _ when Near(got, L05Formulas.Swish(x)) => " That is Swish.",
            _ => "",
        });

    public static string? Far(Activate value, Random random)
    {
        double size = Math.Round(750 + (500 * random.NextDouble()));
        foreach (double x in (double[])[1000, -1000, size, -size])
            foreach ((string name, double want) in new[]
                { ("leaky", x > 0 ? x : 0.25 * x), ("ELU", x > 0 ? x : -0.25), ("Swish", x > 0 ? x : 0), ("GELU", x > 0 ? x : 0) })
            {
                double got = value(name, x, 0.25);
                if (Near(got, want))
                    continue;
                string cause = double.IsFinite(got) ? "" : " An exponential became infinite on the way. Compute only the case that is needed.";
                return $"{name} at {Text(x)} should be {Text(want)}, yours is {Text(got)}.{cause}";
            }
        return null;
    }

    private static string? Cased(
        Activate value, Random random, string name, string method, Func<double, double, double> right, Func<double, double, double, string> cause)
    {
        foreach (double x in L05Formulas.Inputs(random))
            foreach (double alpha in (double[])[0.3, 2, Pick(random, 0.1, 0.9)])
            {
                double got = value(name, x, alpha), want = right(x, alpha);
                if (!Near(got, want))
                    return $"{method}({Text(x)}, {Text(alpha)}) should be {Text(want)}, yours is {Text(got)}.{cause(got, x, alpha)}";
            }
        return null;
    }

    private static string? Single(
        Activate value, Random random, string name, string method, Func<double, double> right, Func<double, double, string> cause)
    {
        foreach (double x in L05Formulas.Inputs(random))
        {
            double got = value(name, x, 1), want = right(x);
            if (!Near(got, want))
                return $"{method}({Text(x)}) should be {Text(want)}, yours is {Text(got)}.{cause(got, x)}";
        }
        return null;
    }
}

/// <summary>L05.b: the slopes of the four against nudging.</summary>
internal static class L05Slopes
{
    public static string? LeakyAndElu(Activate slope, Random random)
    {
        foreach (double x in L05Formulas.Inputs(random))
            foreach (double alpha in (double[])[0.3, 2, Pick(random, 0.1, 0.9)])
            {
                double leaky = slope("leaky", x, alpha), elu = slope("ELU", x, alpha);
                double wantLeaky = Nudge(z => L05Formulas.Leaky(z, alpha), x), wantElu = Nudge(z => L05Formulas.Elu(z, alpha), x);
                if (!Near(leaky, wantLeaky, 1e-5))
                    return $"LeakySlope({Text(x)}, {Text(alpha)}) should be {Text(wantLeaky)}, yours is {Text(leaky)}.{CauseOfLeaky(leaky, x, alpha)}";
                if (!Near(elu, wantElu, 1e-5))
                    return $"EluSlope({Text(x)}, {Text(alpha)}) should be {Text(wantElu)}, yours is {Text(elu)}.{CauseOfElu(elu, x, alpha)}";
            }
        foreach (string name in (string[])["leaky", "ELU"])
            if (slope(name, 0, 0.4) is var corner && !Near(corner, 0.4))
                return $"{name}: at exactly 0 with alpha = 0.4 the slope should be 0.4, yours is {Text(corner)}. Use the case x <= 0 there.";
        return null;
    }

    public static string? Swish(Activate slope, Random random) => Gated(slope, random, "Swish", "SwishSlope", L05Formulas.Swish,
        L05Formulas.Sigma, x => L05Formulas.Sigma(x) * (1 - L05Formulas.Sigma(x)));

    public static string? Gelu(Activate slope, Random random) =>
        Gated(slope, random, "GELU", "GeluSlope", L05Formulas.Gelu, L05Formulas.Phi, L05Formulas.Bell);

    public static string? Far(Activate slope, Random random)
    {
        double size = Math.Round(750 + (500 * random.NextDouble()));
        foreach (double x in (double[])[1000, -1000, size, -size])
            foreach ((string name, double left) in new[] { ("leaky", 0.25), ("ELU", 0), ("Swish", 0), ("GELU", 0) })
            {
                double got = slope(name, x, 0.25), want = x > 0 ? 1 : left;
                if (Near(got, want))
                    continue;
                string cause = double.IsFinite(got) ? "" : " Infinity times 0 or infinity by infinity is NaN: use the gate, which stays between 0 and 1.";
                return $"the slope of {name} at {Text(x)} should be {Text(want)}, yours is {Text(got)}.{cause}";
            }
        return null;
    }

    private static string? Gated(
        Activate slope, Random random, string name, string method, Func<double, double> right, Func<double, double> gate, Func<double, double> bend)
    {
        foreach (double x in L05Formulas.Inputs(random))
        {
            double got = slope(name, x, 1), want = Nudge(right, x);
            if (Near(got, want, 1e-5))
                continue;
            string cause = got switch
            {
                _ when Near(got, gate(x), 1e-5) => $" That is the gate, the first term. The gate of {name} moves too: add x times its slope.",
                _ when Near(got, x * bend(x), 1e-5) => $" That is x times the slope of {name}'s gate, the second term. Add the gate itself.",
                _ when Near(got, bend(x), 1e-5) => $" That is the slope of {name}'s gate alone. The product rule has two terms.",
                _ when Near(got, gate(x) + bend(x), 1e-5) => $" In the second term of {name} the x is missing.",
                _ when Near(got, right(x), 1e-5) => $" That is {name} itself, not its slope.",
                _ when Near(got, gate(x) - (x * bend(x)), 1e-5) => $" The two terms of {name} are added.",
                _ when name == "GELU" && Near(got, gate(x) + (x * Math.Exp(-x * x / 2)), 1e-5) => " The bell curve is divided by the root of 2 pi.",
                _ => "",
            };
            return $"{method}({Text(x)}) should be {Text(want)} (by nudging), yours is {Text(got)}.{cause}";
        }
        return null;
    }

    private static string CauseOfLeaky(double got, double x, double alpha) => got switch
    {
        _ when Near(got, L05Formulas.Leaky(x, alpha)) => " That is Leaky ReLU itself, not its slope.",
        _ when Near(got, x > 0 ? alpha : 1) => " The two sides of Leaky ReLU are exchanged.",
        0 => " That is the slope of ReLU: on the left the leak has the slope alpha.",
        _ => "",
    };

    private static string CauseOfElu(double got, double x, double alpha) => got switch
    {
        _ when Near(got, L05Formulas.Elu(x, alpha)) => " That is ELU itself. Its slope lacks the - 1: a constant has no slope.",
        _ when x <= 0 && Near(got, Math.Exp(x)) => " alpha is missing in the slope of ELU.",
        _ when x <= 0 && Near(got, alpha) => " That is the slope of the leak; ELU becomes flatter to the left: alpha e^x.",
        _ when x > 0 && Near(got, alpha * Math.Exp(x)) => " For a positive x ELU is x, with slope 1.",
        _ => "",
    };
}
