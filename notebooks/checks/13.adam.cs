using static Backprop.Checks.Numbers;
using Walker = System.Func<double[], double[][], double, double, double, double[]>;

namespace Backprop.Checks;

/// <summary>L13.c: two moving averages, both corrected.</summary>
internal static class L13Adam
{
    private const double Epsilon = 1e-8;

    public static string? First(Walker answer, Random random) =>
        Ask(answer, [0], [[0.5]], 0.1, 0.9, 0.999) ?? Ask(answer, [1], [[-Pick(random, 2, 9)]], Pick(random, 0.2, 0.9), 0.9, 0.999);

    public static string? Several(Walker answer, Random random) =>
        Ask(answer, [0], [[2], [-1], [3]], 1, 0.9, 0.999)
        ?? Ask(answer, [1], L13Rules.Slopes(random, 15, 1), Pick(random, 0.2, 0.9), 0.9, 0.999);

    public static string? Weights(Walker answer, Random random) =>
        Ask(answer, [0, 0], [[0.5, -200]], 0.1, 0.9, 0.999)
        ?? Ask(answer, [1, -1, 2], L13Rules.Slopes(random, 5, 3), Pick(random, 0.2, 0.9), 0.9, 0.999);

    public static string? Others(Walker answer, Random random) =>
        Ask(answer, [1], L13Rules.Slopes(random, 6, 1), 0.5, 0.6, 0.8)
        ?? Ask(answer, [1], L13Rules.Slopes(random, 6, 1), 0.5, 0, 0.9)
        ?? Ask(answer, [0], [[1e-6], [-3e-6], [2e-6]], 0.5, 0.9, 0.999);

    private static string? Ask(Walker answer, double[] w, double[][] slopes, double rate, double beta1, double beta2)
    {
        double[] Walk(Func<State, double> step) => L13Rules.Walk(w, slopes, () => Moments(beta1, beta2, step));
        double Hat1(State s, double t) => s.M / (1 - Math.Pow(beta1, t));
        double Hat2(State s, double t) => s.V / (1 - Math.Pow(beta2, t));
        double Right(State s) => -rate * Hat1(s, s.T) / (Math.Sqrt(Hat2(s, s.T)) + Epsilon);
        double[]? raw = answer([.. w], Copy(slopes), rate, beta1, beta2);
        if (raw is not null && raw.Any(double.IsNaN))
            return $"w {Text(w)}, slopes {Text(slopes)}: NaN comes out. At t = 0 both corrections divide by 0; the first step "
                + "is t = 1.";
        return L13Rules.Compare(
            (start, s) => answer(start, s, rate, beta1, beta2), w, slopes,
            $"rate {Text(rate)}, betas {Text(beta1)} and {Text(beta2)}", () => Moments(beta1, beta2, Right),
            (() => Walk(s => -Right(s)), " The weights walk uphill: subtract the step."),
            (() => Walk(s => -rate * Hat1(s, s.T) / (Math.Sqrt(s.V) + Epsilon)),
                " v has no hat: the slip of the notes. Its start has to be corrected, too."),
            (() => Walk(s => -rate * Hat1(s, s.T) / Math.Sqrt(s.V + Epsilon)),
                " v has no hat, and ε is in the root: the last line as one file of the notes prints it."),
            (() => Walk(s => -rate * s.M / (Math.Sqrt(Hat2(s, s.T)) + Epsilon)), " m has no hat: it is too small at first."),
            (() => Walk(s => -rate * s.M / (Math.Sqrt(s.V) + Epsilon)), " Neither average is corrected."),
            (() => Walk(s => -rate * Hat1(s, s.T) / Math.Sqrt(Hat2(s, s.T) + Epsilon)),
                " ε stands inside your root. Here it stands outside."),
            (() => Walk(s => -rate * Hat1(s, 1) / (Math.Sqrt(Hat2(s, 1)) + Epsilon)),
                " The divisor is always 1 - beta. It is 1 - beta to the power t: the correction fades out."),
            (() => Walk(s => -rate * Hat1(s, s.T + 1) / (Math.Sqrt(Hat2(s, s.T + 1)) + Epsilon)),
                " Your t is one ahead: the first step is t = 1."),
            (() => Walk(s => -rate * Hat1(s, s.T) / (Hat2(s, s.T) + Epsilon)), " The root is missing."),
            (() => Walk(s => -rate * s.G / (Math.Sqrt(Hat2(s, s.T)) + Epsilon)),
                " You step along the slope itself: the direction is the average of slopes, m."),
            (() => L13Rules.Walk(w, slopes, () => Moments(beta2, beta1, s =>
                -rate * s.M / (1 - Math.Pow(beta2, s.T)) / (Math.Sqrt(s.V / (1 - Math.Pow(beta1, s.T))) + Epsilon))),
                " The two betas are swapped."),
            (() => Shared(w, slopes, rate, beta1, beta2), " All weights share one m and one v. Each weight needs its own."));
    }

    private static L13Rules.Rule Moments(double beta1, double beta2, Func<State, double> step)
    {
        State s = default;
        return g => step(s = new State(g, (beta1 * s.M) + ((1 - beta1) * g), (beta2 * s.V) + ((1 - beta2) * g * g), s.T + 1));
    }

    private static double[] Shared(double[] w, double[][] slopes, double rate, double beta1, double beta2)
    {
        double m = 0, v = 0;
        double[] result = [.. w];
        for (int t = 1; t <= slopes.Length; t++)
            for (int k = 0; k < w.Length; k++)
            {
                double g = slopes[t - 1][k];
                m = (beta1 * m) + ((1 - beta1) * g);
                v = (beta2 * v) + ((1 - beta2) * g * g);
                result[k] -= rate * m / (1 - Math.Pow(beta1, t)) / (Math.Sqrt(v / (1 - Math.Pow(beta2, t))) + Epsilon);
            }
        return result;
    }

    private readonly record struct State(double G, double M, double V, int T);
}

/// <summary>L13.d: a rate for each weight, by the sign of its slopes.</summary>
internal static class L13DeltaBar
{
    public static string? First(Walker answer, Random random) =>
        Ask(answer, [0], [[1]], 0.1, 0.05, 0.5) ?? Ask(answer, [2], [[-Pick(random, 2, 5)]], 0.3, 0.05, 0.2);

    public static string? Same(Walker answer, Random random) =>
        Ask(answer, [0], [[1], [2], [1]], 0.1, 0.05, 0.2) ?? Ask(answer, [0], [[-1], [-Pick(random, 1, 3)]], 0.2, 0.03, 0.5);

    public static string? Turns(Walker answer, Random random) =>
        Ask(answer, [0], [[1], [-3]], 0.1, 0.05, 0.2) ?? Ask(answer, [0], [[-1], [Pick(random, 1, 3)], [-2]], 0.2, 0.03, 0.3);

    public static string? Zero(Walker answer, Random random) =>
        Ask(answer, [0], [[1], [0], [2]], 0.1, 0.05, 0.2) ?? Ask(answer, [0], [[0], [Pick(random, 1, 3)], [-1]], 0.2, 0.03, 0.3);

    public static string? Many(Walker answer, Random random)
    {
        for (int trial = 0; trial < 5; trial++)
        {
            double[][] slopes = L13Rules.Slopes(random, 8, 3);
            if (Ask(answer, [1, -1, 0.5], slopes, 0.1, 0.02, 0.3) is { } fault)
                return fault;
        }
        return null;
    }

    private static string? Ask(Walker answer, double[] w, double[][] slopes, double rate, double kappa, double phi)
    {
        double[] Walk(Func<double, double, double> change, bool isLate = false) =>
            L13Rules.Walk(w, slopes, () => Rule(rate, change, isLate));
        double Right(double r, double sign) => sign > 0 ? r + kappa : sign < 0 ? r * (1 - phi) : r;
        return L13Rules.Compare(
            (start, s) => answer(start, s, rate, kappa, phi), w, slopes,
            $"rate {Text(rate)}, kappa {Text(kappa)}, phi {Text(phi)}", () => Rule(rate, Right, isLate: false),
            (() => [.. w.Zip(Walk(Right), (from, to) => (2 * from) - to)], " The weights walk uphill: subtract the step."),
            (() => Walk((r, _) => r), " The rates never change."),
            (() => Walk(Right, isLate: true), " The step was taken with the old rate: change the rate first."),
            (() => Walk((r, s) => Right(r, -s)), " Turned round: the rate grows while the sign stays, and shrinks when it turns."),
            (() => Walk((r, s) => s < 0 ? r * phi : Right(r, s)), " A turn multiplies by 1 - phi; you multiplied by phi."),
            (() => Walk((r, s) => s < 0 ? r - phi : Right(r, s)), " A turn takes a share of the rate: multiply, do not subtract."),
            (() => Walk((r, s) => s > 0 ? r * (1 + kappa) : Right(r, s)), " Growing is a sum: plus kappa, not a factor."),
            (() => Walk((r, s) => s > 0 ? r + kappa : r), " The rates only grow: nothing happens when the sign turns."),
            (() => Walk((r, s) => s < 0 ? r * (1 - phi) : r), " The rates only shrink: nothing happens while the sign stays."),
            (() => Walk((r, s) => s > 0 ? r + kappa : r * (1 - phi)),
                " You took a product of 0 for a turn. With a slope of 0 the rate stays."),
            (() => Walk((r, s) => s >= 0 ? r + kappa : r * (1 - phi)),
                " You took a product of 0 for the same sign. With a slope of 0 (and at the first step) the rate stays."),
            (() => Shared(w, slopes, rate, Right), " All weights share one rate. Each weight needs its own."));
    }

    private static L13Rules.Rule Rule(double rate, Func<double, double, double> change, bool isLate)
    {
        double last = 0;
        return g =>
        {
            double old = rate;
            rate = change(rate, g * last);
            last = g;
            return -(isLate ? old : rate) * g;
        };
    }

    private static double[] Shared(double[] w, double[][] slopes, double rate, Func<double, double, double> change)
    {
        double[] result = [.. w], last = new double[w.Length];
        foreach (double[] row in slopes)
            for (int k = 0; k < w.Length; k++)
            {
                rate = change(rate, row[k] * last[k]);
                result[k] -= rate * row[k];
                last[k] = row[k];
            }
        return result;
    }
}
