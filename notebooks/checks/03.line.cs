using static Backprop.Checks.Numbers;
using FitLine = System.Func<double[], double[], double, int, (double M, double B)>;

namespace Backprop.Checks;

/// <summary>L03.b: gradient descent on a line, first step by step, then to the end.</summary>
internal static class L03Line
{
    private const double Rate = 0.02;

    private static readonly double[] FiveX = [2, 3, 5, 7, 9];
    private static readonly double[] FiveY = [-0.5, 0, 1, 2, 3];

    public static string? OneStep(FitLine fit, Random random)
    {
        if (FirstStep(fit, FiveX, FiveY, "the five points") is { } fault)
            return fault;
        for (int trial = 0; trial < 4; trial++)
        {
            int count = random.Next(3, 6);
            double[] x = Positive(random, count), y = Positive(random, count);
            if (FirstStep(fit, x, y, $"x {Text(x)}, y {Text(y)}") is { } other)
                return other;
        }
        return null;
    }

    public static string? ManySteps(FitLine fit, Random random)
    {
        double[] x = Pick(random, 5, -9, 9), y = Pick(random, 5, -9, 9);
        const double rate = 0.01;
        // Three first: after two steps, "only the first step" and "one step too few" end at the same place.
        foreach (int steps in (int[])[3, 2, 4, 0])
        {
            var got = fit([.. x], [.. y], rate, steps);
            var want = Descend(x, y, rate, steps);
            if (Same(got, want))
                continue;
            return $"after {steps} steps you are at {Place(got)}, it should be {Place(want)}."
                + CauseOfLaterSteps(got, x, y, rate, steps);
        }
        return null;
    }

    public static string? FivePoints(FitLine fit, Random random)
    {
        var got = fit([.. FiveX], [.. FiveY], Rate, 2000);
        return Same(got, (0.5, -1.5), 1e-3)
            ? null
            : $"with rate 0.02 and 2,000 steps it should end at (0.5, -1.5), you end at {Place(got)}.";
    }

    public static string? OtherLines(FitLine fit, Random random)
    {
        for (int trial = 0; trial < 5; trial++)
        {
            double m = Pick(random, -3, 3), b = Pick(random, -3, 3);
            double[] x = [.. Enumerable.Range(0, random.Next(2, 8)).Select(i => (i * 0.7) - 1.5)];
            double[] y = [.. x.Select(v => (m * v) + b)];
            double[] xBefore = [.. x], yBefore = [.. y];
            var got = fit(x, y, 0.05, 4000);
            if (!x.SequenceEqual(xBefore) || !y.SequenceEqual(yBefore))
                return "x or y has other numbers after the call than before. Leave them as they are.";
            if (!Same(got, (m, b), 1e-3))
                return $"{x.Length} points on y = {Text(m)} x + {Text(b)}: you end at {Place(got)}.";
        }
        return null;
    }

    private static string? FirstStep(FitLine fit, double[] x, double[] y, string points)
    {
        var got = fit([.. x], [.. y], Rate, 1);
        var want = Descend(x, y, Rate, 1);
        return Same(got, want)
            ? null
            : $"{points}, rate 0.02: after 1 step you are at {Place(got)}, it should be {Place(want)}."
                + CauseOfFirstStep(got, want, x, y);
    }

    private static string CauseOfFirstStep((double M, double B) got, (double M, double B) want, double[] x, double[] y)
    {
        int n = x.Length;
        return got switch
        {
            (0, 0) => " Nothing moved. Is the result of the step kept in m and b?",
            _ when Same(got, Times(-1, want)) => " You walk uphill: subtract rate times slope, do not add it.",
            _ when Same(got, Times(n, want)) =>
                $" That is {n} times too far: the loss is the mean, so divide by the number of points.",
            _ when Same(got, Times(0.5, want)) => " That is half as far: the slope of a square has a factor 2.",
            _ when Same(got, (want.B, want.M)) => " The two numbers are swapped: return (m, b).",
            _ when Same(got, (want.M, -Rate * Slopes(x, y, want.M, 0).B)) =>
                " m is right. For b you used the new m: compute both slopes first, then move both.",
            _ when Same(got, (want.B, want.B)) => " b is right. For m each error is multiplied by its x.",
            _ when Same(got, (want.M, 0)) => " m is right, and b did not move.",
            _ when Same(got, Times(1 / Rate, want)) => " The learning rate is missing.",
            _ when Near(got.M, want.M) => " m is right, b is not.",
            _ when Near(got.B, want.B) => " b is right, m is not.",
            _ => "",
        };
    }

    private static string CauseOfLaterSteps((double M, double B) got, double[] x, double[] y, double rate, int steps)
    {
        var one = Descend(x, y, rate, 1);
        return got switch
        {
            _ when steps > 1 && Same(got, one) => " That is where the first step ends; do the other steps start there?",
            _ when Same(got, Descend(x, y, rate, steps + 1)) => " That is one step too many.",
            _ when steps > 0 && Same(got, Descend(x, y, rate, steps - 1)) => " That is one step too few.",
            _ when Same(got, Times(steps, one)) =>
                " Every step used the slopes of the start. They change when m and b do: compute them again in each step.",
            _ when steps > 1 =>
                " The first step is right, the later ones are not. Do the sums of the slopes start at 0 again in each step?",
            _ => "",
        };
    }

    private static (double M, double B) Slopes(double[] x, double[] y, double m, double b)
    {
        double[] errors = [.. x.Zip(y, (px, py) => py - ((m * px) + b))];
        return (-2 * errors.Zip(x, (e, px) => e * px).Average(), -2 * errors.Average());
    }

    private static (double M, double B) Descend(double[] x, double[] y, double rate, int steps)
    {
        double m = 0, b = 0;
        for (int step = 0; step < steps; step++)
        {
            var slopes = Slopes(x, y, m, b);
            (m, b) = (m - (rate * slopes.M), b - (rate * slopes.B));
        }
        return (m, b);
    }

    private static double[] Positive(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Pick(random, 1, 9))];

    private static (double M, double B) Times(double factor, (double M, double B) place) =>
        (factor * place.M, factor * place.B);

    private static bool Same((double M, double B) one, (double M, double B) other, double tolerance = 1e-6) =>
        Near(one.M, other.M, tolerance) && Near(one.B, other.B, tolerance);

    private static string Place((double M, double B) place) => $"({Text(place.M)}, {Text(place.B)})";
}
