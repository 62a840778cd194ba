using static Backprop.Checks.Numbers;
using SigSigGrad = System.Func<double, double>;
using TwoPaths = System.Func<double, double[]>;

namespace Backprop.Checks;

/// <summary>L02.c: a sigmoid of a sigmoid, against nudges.</summary>
internal static class L02Sigmoids
{
    public static string? Few(SigSigGrad slope, Random random) => Fault(slope, [1, 0, -1, 2, 0.5]);

    public static string? Anywhere(SigSigGrad slope, Random random) => Fault(slope, Pick(random, 30, -6, 6));

    public static string? FarOut(SigSigGrad slope, Random random)
    {
        foreach (double w in (double[])[800, -800, Pick(random, 710, 2000), -Pick(random, 710, 2000)])
        {
            double got = slope(w);
            if (double.IsNaN(got))
                return $"w = {Text(w)}: NaN came out. Somewhere infinity is divided by infinity. Which formula needs only what the "
                    + "sigmoids say?";
            if (Math.Abs(got) > 1e-100)
                return $"w = {Text(w)}: the curve is flat there, the slope should be 0, yours is {Text(got)}.";
        }
        return null;
    }

    private static string? Fault(SigSigGrad slope, double[] places)
    {
        foreach (double w in places)
        {
            double got = slope(w), want = Nudge(v => Sigma(Sigma(v)), w, 1e-5);
            if (!Near(got, want, 1e-7))
                return $"w = {Text(w)}: nudging says {Text(want)}, yours is {Text(got)}.{Cause(got, w)}";
        }
        return null;
    }

    private static string Cause(double got, double w)
    {
        double s = Sigma(w), t = Sigma(s), inner = s * (1 - s), outer = t * (1 - t);
        return got switch
        {
            _ when Near(got, outer) => " That is the outer slope alone. The inner sigmoid moves, too.",
            _ when Near(got, inner) => " That is the slope of one sigmoid. There is a second one behind it.",
            _ when Near(got, inner * inner) =>
                " Both slopes were taken at w. The outer sigmoid gets the inner one's output.",
            _ when Near(got, inner + outer) => " You added the slopes. Along a chain they multiply.",
            _ when Near(got, t) => " That is the value of the outer sigmoid, not a slope.",
            _ when Near(got, s * t) => " The factors (1 - s) are missing: the slope is s times (1 - s).",
            _ when Near(got, s * (1 - t)) || Near(got, t * (1 - s)) => " Each slope needs its own output twice: s times (1 - s).",
            _ when Near(got, -(inner * outer)) => " The sign is turned: both sigmoids rise.",
            _ when Near(got, (1 - s) * (1 - t)) => " The factors s are missing: the slope is s times (1 - s).",
            _ => "",
        };
    }

    private static double Sigma(double z) => 1 / (1 + Math.Exp(-z));
}

/// <summary>L02.d: cos(w²) + sin(w²), path by path.</summary>
internal static class L02Paths
{
    private static readonly string[] Names = ["the share through the cosine", "the share through the sine", "the slope of o"];

    public static string? Fault(TwoPaths paths, Random random, int index)
    {
        // Not at 1 first: there w, its square and its slope's half are the same number.
        double[] places = [1.3, .. Pick(random, 6, 0.3, 1.7), .. Pick(random, 6, -1.7, -0.3), 1];
        foreach (double w in places)
        {
            double[]? got = paths(w);
            if (got is null || got.Length != Names.Length)
                return $"{got?.Length ?? 0} numbers came back; there should be three.";
            double want = index switch
            {
                0 => Nudge(v => Math.Cos(v * v), w, 1e-5),
                1 => Nudge(v => Math.Sin(v * v), w, 1e-5),
                _ => Nudge(v => Math.Cos(v * v) + Math.Sin(v * v), w, 1e-5),
            };
            if (!Near(got[index], want, 1e-7))
                return $"w = {Text(w)}: {Names[index]} should be {Text(want)}, yours is {Text(got[index])}."
                    + (index == 2 ? CauseOfSum(got, w) : Cause(got[index], w, index == 0));
        }
        return null;
    }

    private static string Cause(double got, double w, bool cosine)
    {
        double u = w * w;
        double last = cosine ? -Math.Sin(u) : Math.Cos(u), other = cosine ? Math.Cos(u) : -Math.Sin(u);
        double atW = cosine ? -Math.Sin(w) : Math.Cos(w);
        return got switch
        {
            _ when Near(got, last) => " That is the second arrow alone. The path begins with the arrow from w to its square.",
            _ when Near(got, 2 * w * atW) => " The second arrow was taken at w. It gets the square of w.",
            _ when Near(got, -2 * w * last) => cosine
                ? " The sign is turned: the slope of the cosine is minus the sine."
                : " The sign is turned: the slope of the sine is plus the cosine.",
            _ when Near(got, w * last) => " Half as much: the slope of a square is 2w, not w.",
            _ when Near(got, u * last) => " The first factor is the square itself. Its slope is 2w.",
            _ when Near(got, 2 * w * other) || Near(got, -2 * w * other) =>
                " That is the other path, or the function in place of its slope.",
            _ when Near(got, 2 * w) => " That is the first arrow alone.",
            _ => "",
        };
    }

    private static string CauseOfSum(double[] got, double w)
    {
        double first = got[0], second = got[1];
        return got[2] switch
        {
            var o when Near(o, first * second) => " You multiplied the shares. Along a path slopes multiply; where paths join they add.",
            var o when Near(o, first - second) || Near(o, second - first) => " You subtracted the shares. Where paths join they add.",
            var o when Near(o, (first + second) / 2) => " You took the mean of the shares. They add in full.",
            var o when Near(o, Math.Cos(w * w) + Math.Sin(w * w)) => " That is the value of o, not its slope.",
            _ => " Where paths join, their shares add.",
        };
    }
}
