using static Backprop.Checks.Numbers;
using Normalise = System.Func<double[], double, double, double[],
    (double[] Y, double[] Dx, double DGamma, double DBeta)>;
using ClipByNorm = System.Func<double[][], double, double[][]>;

namespace Backprop.Checks;

/// <summary>L14.c: batch normalisation of a column, forwards by its formula, backwards against nudging.</summary>
internal static class L14Norm
{
    private const double Epsilon = 0.00001;

    public static string? Forward(Normalise norm, Random random)
    {
        for (int trial = 0; trial < 8; trial++)
        {
            // The second column is so narrow that epsilon shows.
            double[] x = trial switch { 0 => [1, 2, 3, 6], 1 => [1, 1.004], _ => Column(random) };
            double gamma = trial == 0 ? 2 : Pick(random, 0.5, 3), beta = trial == 0 ? 5 : Pick(random, -2, 2);
            double[] got = norm([.. x], gamma, beta, new double[x.Length]).Y, want = Y(x, gamma, beta, x.Length, Epsilon);
            if (!Near(got, want, trial == 1 ? 1e-6 : 1e-4))
            {
                return $"x {Text(x)}, gamma {Text(gamma)}, beta {Text(beta)}: Y should be {Text(want)}, yours is {Text(got)}."
                    + CauseOfForward(got, x, gamma, beta);
            }
        }
        return null;
    }

    public static string? Equal(Normalise norm, Random random)
    {
        double value = Pick(random, 1, 9), gamma = Pick(random, 0.5, 3), beta = Pick(random, -2, 2);
        double[] x = [value, value, value], g = [0.3, -0.1, 0.1];
        var got = norm([.. x], gamma, beta, [.. g]);
        if (!Near(got.Y, [beta, beta, beta]))
            return $"x {Text(x)}, beta {Text(beta)}: Y should be {Text([beta, beta, beta])}, yours is {Text(got.Y)}. x-hat is 0 "
                + "everywhere; epsilon keeps the division alive.";
        return got.Dx is { Length: 3 } && got.Dx.All(double.IsFinite) && double.IsFinite(got.DGamma + got.DBeta)
            ? null
            : $"x {Text(x)}: Dx is {Text(got.Dx)}. All slopes are finite; use the root with epsilon on the way back too.";
    }

    public static string? Parameters(Normalise norm, Random random)
    {
        for (int trial = 0; trial < 5; trial++)
        {
            double[] x = Column(random), g = Pick(random, x.Length, 0.5, 3);
            double gamma = Pick(random, 1.5, 3), beta = Pick(random, -2, -0.5);
            var got = norm([.. x], gamma, beta, [.. g]);
            double[] hat = Y(x, 1, 0, x.Length, Epsilon);
            double wantGamma = Dot(g, hat), wantBeta = g.Sum();
            if (Near(got.DGamma, wantGamma) && Near(got.DBeta, wantBeta))
                continue;
            return $"x {Text(x)}, g {Text(g)}: DGamma and DBeta should be {Text(wantGamma)} and {Text(wantBeta)}, yours are "
                + $"{Text(got.DGamma)} and {Text(got.DBeta)}."
                + CauseOfParameters(got.DGamma, got.DBeta, wantGamma, wantBeta, x, g, gamma, beta);
        }
        return null;
    }

    public static string? Inputs(Normalise norm, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            double[] x = trial == 0 ? [1, 2, 3, 6] : Column(random);
            double[] g = trial == 0 ? [1, 0, 0, 0] : Pick(random, x.Length, -3, 3);
            double gamma = trial == 0 ? 2 : Pick(random, 1.5, 3), beta = Pick(random, -2, 2);
            // The learner's own way forward is nudged; that it is right has been seen before.
            double[] want = Nudge(v => Dot(g, norm([.. v], gamma, beta, [.. g]).Y), x, 1e-5);
            double[] got = norm([.. x], gamma, beta, [.. g]).Dx;
            if (!Near(got, want, 1e-5))
            {
                return $"x {Text(x)}, gamma {Text(gamma)}, g {Text(g)}: nudging x gives the slopes {Text(want)}, your Dx is "
                    + $"{Text(got)}.{CauseOfInputs(got, want, x, g, gamma)}";
            }
        }
        return null;
    }

    public static string? Untouched(Normalise norm, Random random)
    {
        double[] x = Column(random), g = Pick(random, x.Length, -3, 3);
        double[] xBefore = [.. x], gBefore = [.. g];
        norm(x, 2, 1, g);
        return x.SequenceEqual(xBefore) && g.SequenceEqual(gBefore)
            ? null
            : "x or g has other numbers after the call than before. Make new arrays for the results.";
    }

    private static string CauseOfForward(double[]? got, double[] x, double gamma, double beta)
    {
        int n = x.Length;
        double mean = x.Average(), variance = Variance(x);
        double[] Divided(double by) => [.. x.Select(v => (gamma * (v - mean) / by) + beta)];
        return got switch
        {
            null or [] => " Return an array with one number for each example.",
            _ when got.Length != n => " One number for each example.",
            _ when Near(got, x) => " That is x as it came.",
            _ when Near(got, Y(x, 1, 0, n, Epsilon)) => " That is x-hat: gamma and beta are missing.",
            _ when Near(got, Y(x, gamma, beta, n - 1, Epsilon)) => " You divided the variance by one less than there are.",
            _ when Near(got, Divided(variance + Epsilon)) => " You divided by the variance; its root is missing.",
            _ when variance < 0.001 && Near(got, Divided(Math.Sqrt(variance))) =>
                " Epsilon is missing. This column is narrow, so it shows.",
            _ when variance < 0.001 && Near(got, Divided(Math.Sqrt(variance) + Epsilon)) =>
                " Epsilon belongs inside the root, added to the variance.",
            _ when Near(got, [.. Y(x, 1, 0, n, Epsilon).Select(h => gamma * (h + beta))]) =>
                " beta was multiplied by gamma. Scale first, shift then.",
            _ when Near(got, Y(x, beta, gamma, n, Epsilon)) => " gamma and beta are swapped.",
            _ => "",
        };
    }

    private static string CauseOfParameters(double gotGamma, double gotBeta, double wantGamma, double wantBeta,
        double[] x, double[] g, double gamma, double beta)
    {
        int n = x.Length;
        return (gotGamma, gotBeta) switch
        {
            _ when Near(gotGamma, wantGamma / n) && Near(gotBeta, wantBeta / n) =>
                " These are means. A parameter that all examples share collects the sum.",
            _ when Near(gotGamma, wantBeta) && Near(gotBeta, wantGamma) => " The two are swapped.",
            _ when Near(gotGamma, Dot(g, x)) => " DGamma: gamma multiplies x-hat, not x.",
            _ when Near(gotGamma, Dot(g, Y(x, gamma, beta, n, Epsilon))) => " DGamma: gamma multiplies x-hat, not y.",
            _ when Near(gotBeta, wantBeta) => " DBeta is right, DGamma is not.",
            _ when Near(gotGamma, wantGamma) => " DGamma is right, DBeta is not.",
            _ => "",
        };
    }

    private static string CauseOfInputs(double[]? got, double[] want, double[] x, double[] g, double gamma)
    {
        int n = x.Length;
        double root = Math.Sqrt(Variance(x) + Epsilon), mean = g.Average();
        double[] hat = Y(x, 1, 0, n, Epsilon);
        double along = Dot(g, hat) / n;
        double[] With(double first, double second) =>
            [.. g.Zip(hat, (a, h) => gamma / root * (a - (first * mean) - (second * h * along)))];
        return got switch
        {
            null => " Return one slope for each example.",
            _ when got.Length != n => " One slope for each example.",
            _ when Near(got, With(0, 0)) =>
                " You held the mean and the variance still. They move with x: two more terms, section 6 has them.",
            _ when Near(got, With(1, 0)) => " The way through the mean is there; the way through the variance is missing.",
            _ when Near(got, With(0, 1)) => " The way through the variance is there; the way through the mean is missing.",
            _ when Near(got, With(n, n)) => " Inside the bracket stand means, not sums.",
            _ when Near(got, [.. want.Select(v => v / gamma)], 1e-5) => " gamma is missing.",
            _ when Near(got, [.. want.Select(v => v * root)], 1e-5) => " The division by the root is missing.",
            _ when Near(got, [.. want.Select(v => -v)], 1e-5) => " All signs are turned round.",
            _ when Near(got, g) => " That is g as it came.",
            _ => "",
        };
    }

    private static double[] Y(double[] x, double gamma, double beta, int count, double epsilon)
    {
        double mean = x.Average(), root = Math.Sqrt((Variance(x) * x.Length / count) + epsilon);
        return [.. x.Select(v => (gamma * (v - mean) / root) + beta)];
    }

    private static double Variance(double[] x)
    {
        double mean = x.Average();
        return x.Average(v => (v - mean) * (v - mean));
    }

    private static double Dot(double[] one, double[] other) => one.Zip(other, (a, b) => a * b).Sum();

    // At least 1 apart, so that no column is nearly constant.
    private static double[] Column(Random random) =>
        [.. Enumerable.Range(0, random.Next(3, 7)).Select(i => (2 * i) + Pick(random, -0.5, 0.5))];
}

/// <summary>L14.d: one norm for all parameters, and one factor.</summary>
internal static class L14Clip
{
    public static string? TooLong(ClipByNorm clip, Random random)
    {
        for (int trial = 0; trial < 8; trial++)
        {
            double[][] gradients = trial == 0 ? [[2, 3], [6]] : [.. Enumerable.Range(0, random.Next(2, 4))
                .Select(_ => Pick(random, random.Next(1, 4), 1, 9))];
            double max = trial == 0 ? 2 : Pick(random, 0.2, 0.9);
            double[][] got = clip(Copy(gradients), max), want = Times(gradients, max / Norm(gradients));
            if (!Near(got, want))
            {
                return $"ClipByNorm({Text(gradients)}, {Text(max)}): the norm is {Text(Norm(gradients))}, so it should be "
                    + $"{Text(want)}, yours is {Text(got)}.{Cause(got, gradients, max)}";
            }
        }
        return null;
    }

    public static string? Short(ClipByNorm clip, Random random)
    {
        foreach (double[][] gradients in (double[][][])[[[0.3], [0.4]], [[0, 0], [0]], [[Pick(random, -0.5, 0.5), 0.1]]])
        {
            double[][] got = clip(Copy(gradients), 1);
            if (Near(got, gradients))
                continue;
            string cause = got switch
            {
                _ when Norm(gradients) == 0 => " Nothing is longer than allowed here; do not divide by 0.",
                _ when Near(got, Times(gradients, 1 / Norm(gradients))) =>
                    " You made it longer. Clipping only shortens: leave alone what is short enough.",
                _ => "",
            };
            return $"ClipByNorm({Text(gradients)}, 1): the norm is {Text(Norm(gradients))}, so nothing changes, yours is "
                + $"{Text(got)}.{cause}";
        }
        return null;
    }

    public static string? Untouched(ClipByNorm clip, Random random)
    {
        double[][] gradients = Pick(random, 2, 3, 1, 9), before = Copy(gradients);
        clip(gradients, 1);
        return Near(gradients, before) ? null : "gradients has other numbers after the call than before. Make new arrays.";
    }

    private static string Cause(double[][]? got, double[][] gradients, double max)
    {
        double norm = Norm(gradients);
        double[][] each = [.. gradients.Select(part => Times([part], Math.Min(1, max / Norm([part])))[0])];
        return got switch
        {
            null or [] => " Return one array for each parameter.",
            _ when Near(got, gradients) => " Nothing was clipped.",
            _ when Near(got, each) => " You clipped each array by itself. One norm for all of them keeps the direction.",
            _ when Near(got, [.. gradients.Select(part => part.Select(g => Math.Clamp(g, -max, max)).ToArray())]) =>
                " That is clipping by value: it turns the gradient.",
            _ when Near(got, Times(gradients, max / (norm * norm))) => " The norm is the square root of the sum.",
            _ when Near(got, Times(gradients, 1 / norm)) => " The length is now 1, and not max.",
            _ when Near(got, Times(gradients, max)) => " You multiplied by max; divide by the norm too.",
            _ when Near(got, Times(gradients, max / gradients.Sum(part => part.Sum(Math.Abs)))) =>
                " You added up absolute values. The norm adds up squares, and takes the root.",
            _ when Near(got, Times(gradients, max / gradients.Max(part => part.Max(Math.Abs)))) =>
                " You divided by the largest slope. The norm is that of all of them.",
            _ => "",
        };
    }

    private static double Norm(double[][] gradients) => Math.Sqrt(gradients.Sum(part => part.Sum(g => g * g)));

    private static double[][] Times(double[][] gradients, double factor) =>
        [.. gradients.Select(part => part.Select(g => factor * g).ToArray())];
}
