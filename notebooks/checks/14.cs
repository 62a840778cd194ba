using static Backprop.Checks.Numbers;
using Normalise = System.Func<double[], double, double, double[],
    (double[] Y, double[] Dx, double DGamma, double DBeta)>;
using ClipByNorm = System.Func<double[][], double, double[][]>;
using Scaled = System.Func<double[][], double[][], (double[][] Standard, double[][] MinMax)>;
using Start = System.Func<int, int, int, (double[][] He, double[][] Xavier)>;

namespace Backprop.Checks;

/// <summary>Lesson 14: scaling without a leak, first weights, batch normalisation, clipping by norm. 20 points.</summary>
public sealed class L14 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L14.a", "Scale without a leak")
        {
            Signature = "(double[][] Standard, double[][] MinMax) Scaled(double[][] train, double[][] rows)",
            Parts =
            [
                new Part<Scaled>("standardised tables", 2, L14Scale.Standard),
                new Part<Scaled>("min-max tables", 1, L14Scale.MinMax),
                new Part<Scaled>("constant columns, and no rows", 1, L14Scale.Corners, "standardised tables", "min-max tables"),
                new Part<Scaled>("the tables stay as they are", 1, L14Scale.Untouched, "standardised tables", "min-max tables"),
            ],
            Hints =
            [
                "Two tables come in. Which of them may be asked for means, deviations and extremes, and which is only changed?",
                "Work in two halves: first find two numbers for each column, what to subtract and what to divide by; then go "
                + "through the rows.",
                "For column k collect train[0][k], train[1][k] and so on. Take their mean and the root of the mean squared "
                + "distance from it. If the root is 0, keep 1. Then each x of a row becomes x minus the mean, divided by it. "
                + "Min-max is the same with the smallest value and the range.",
            ],
        },
        new("L14.b", "First weights")
        {
            Signature = "(double[][] He, double[][] Xavier) Start(int inputs, int outputs, int seed)",
            Parts =
            [
                new Part<Start>("the shape of the tables", 1, L14Start.Shape),
                new Part<Start>("a bell curve around 0", 1, L14Start.Curve, "the shape of the tables"),
                new Part<Start>("He's deviation", 1, L14Start.He, "a bell curve around 0"),
                new Part<Start>("Xavier's deviation", 1, L14Start.Xavier, "a bell curve around 0"),
                new Part<Start>("random, and repeatable", 1, L14Start.Repeats, "a bell curve around 0"),
            ],
            Hints =
            [
                "A row holds the weights of one output unit. How many inputs does it listen to?",
                "Bell gives deviation 1. Multiply by a number, and the deviation is that number. The formulas of section 5 "
                + "give variances.",
                "Make one Random from the seed. Compute the deviation, a square root. Then two loops: for each output a new "
                + "row, for each input the deviation times Bell(random).",
            ],
        },
        new("L14.c", "Batch norm, both ways")
        {
            Signature = "(double[] Y, double[] Dx, double DGamma, double DBeta) BatchNorm(double[] x, double gamma, "
                + "double beta, double[] g)",
            Parts =
            [
                new Part<Normalise>("the way forward", 1, L14Norm.Forward),
                new Part<Normalise>("a column of equal numbers", 1, L14Norm.Equal, "the way forward"),
                new Part<Normalise>("the slopes of gamma and beta", 1, L14Norm.Parameters, "the way forward"),
                new Part<Normalise>("the slopes of x, against nudging", 2, L14Norm.Inputs, "the way forward"),
                new Part<Normalise>("the arrays stay as they are", 1, L14Norm.Untouched, "the way forward"),
            ],
            Hints =
            [
                "Section 6 has all seven formulas. Which numbers of the way forward does the way back use again?",
                "Keep x-hat and the root of (variance + epsilon). gamma's and beta's slopes are sums over the batch; inside "
                + "the bracket for x stand means.",
                "Mean, variance, root, x-hat, Y. Then the mean of g and the mean of g times x-hat. Dx is gamma / root times "
                + "(g - first mean - x-hat times second mean). DGamma is the sum of g times x-hat, DBeta the sum of g.",
            ],
        },
        new("L14.d", "Clip by norm")
        {
            Signature = "double[][] ClipByNorm(double[][] gradients, double max)",
            Parts =
            [
                new Part<ClipByNorm>("too long a gradient", 2, L14Clip.TooLong),
                new Part<ClipByNorm>("short enough, and zero", 1, L14Clip.Short, "too long a gradient"),
                new Part<ClipByNorm>("the arrays stay as they are", 1, L14Clip.Untouched, "too long a gradient"),
            ],
            Hints =
            [
                "How many norms are there for a net with three parameters: one or three?",
                "First pass: add up the squares of all numbers in all arrays. Only then is it known by what to multiply.",
                "norm = root of the sum of all squares. factor = max / norm if norm is larger than max, else 1. Return new "
                + "arrays, each number times the factor.",
            ],
        },
    ];
}

/// <summary>L14.a: both scalings of a table, learned from another one.</summary>
internal static class L14Scale
{
    public static string? Standard(Scaled scale, Random random) =>
        Fault("Standardise", (train, rows) => scale(train, rows).Standard, Deviations, random, CauseOfStandard);

    public static string? MinMax(Scaled scale, Random random) =>
        Fault("MinMax", (train, rows) => scale(train, rows).MinMax, Ranges, random, CauseOfMinMax);

    public static string? Corners(Scaled scale, Random random)
    {
        double[][] train = [[7, 1], [7, 3]], rows = [[7, 5], [9, 2]];
        var (standard, minMax) = scale(Copy(train), Copy(rows));
        foreach (var (name, got, want) in new[]
            {
                ("Standardise", standard, Apply(rows, Deviations(train))), ("MinMax", minMax, Apply(rows, Ranges(train))),
            })
            if (!Near(got, want))
            {
                return $"{Call(name, train, rows)} should be {Text(want)}, yours is {Text(got)}. The first column of train "
                    + "is constant: subtract as usual, and divide by 1.";
            }
        var (none, noneEither) = scale(Copy(train), []);
        return none is { Length: 0 } && noneEither is { Length: 0 } ? null : "No rows to scale: an empty table is asked for.";
    }

    public static string? Untouched(Scaled scale, Random random)
    {
        double[][] train = Pick(random, 3, 2, -9, 9), rows = Pick(random, 2, 2, -9, 9);
        double[][] trainBefore = Copy(train), rowsBefore = Copy(rows);
        scale(train, rows);
        return Near(train, trainBefore) && Near(rows, rowsBefore)
            ? null
            : "a table has other numbers after the call than before. Make new rows for the result.";
    }

    private static string? Fault(string name, Func<double[][], double[][], double[][]> scale,
        Func<double[][], (double Shift, double Scale)[]> learn, Random random,
        Func<double[][], double[][], double[][], string> cause)
    {
        for (int trial = 0; trial < 8; trial++)
        {
            double[][] train = trial == 0 ? [[1, 10], [2, 40], [6, 20]] : Table(random, random.Next(3, 6));
            double[][] rows = trial == 0 ? [[5, 30], [0, 70]] : Pick(random, random.Next(2, 4), 2, -9, 9);
            double[][] got = scale(Copy(train), Copy(rows)), want = Apply(rows, learn(train));
            if (!Near(got, want))
            {
                return $"{Call(name, train, rows)} should be {Text(want)}, yours is {Text(got)}."
                    + (Shape(got, want) ?? cause(got, train, rows));
            }
        }
        return null;
    }

    private static string? Shape(double[][]? got, double[][] want) => got switch
    {
        null or [] => " There is nothing in it: return a new table, with one row for each of rows.",
        _ when got.Length != want.Length => " The result has as many rows as rows, not as train.",
        _ when got.Any(row => row is null || row.Length != want[0].Length) => " Each row keeps its number of columns.",
        _ => null,
    };

    private static string CauseOfStandard(double[][] got, double[][] train, double[][] rows)
    {
        var right = Deviations(train);
        double[] all = [.. train.SelectMany(row => row)];
        int n = train.Length;
        return got switch
        {
            _ when Near(got, rows) => " These are the rows as they came.",
            _ when Near(got, Apply(rows, Deviations(rows))) =>
                " That is a leak: mean and deviation come from rows. Learn them from train.",
            _ when Near(got, Apply(rows, [.. right.Select(c => (c.Shift, c.Scale * Math.Sqrt(n / (n - 1.0))))])) =>
                " You divided by n - 1 in the variance. This course divides by n.",
            _ when Near(got, Apply(rows, [.. right.Select(c => (c.Shift, c.Scale * c.Scale))])) =>
                " You divided by the variance. The deviation is its square root.",
            _ when Near(got, Apply(rows, [.. right.Select(c => (c.Shift, 1.0))])) =>
                " That is mean-centring: the division by the deviation is missing.",
            _ when Near(got, Apply(rows, [.. right.Select(c => (0.0, c.Scale))])) => " The mean was not subtracted.",
            _ when Near(got, Apply(rows, [.. right.Select(_ => Deviation(all))])) =>
                " You took one mean and one deviation for the whole table. Each column has its own.",
            _ when Near(got, Apply(rows, Ranges(train))) => " That is what MinMax should give.",
            _ => "",
        };
    }

    private static string CauseOfMinMax(double[][] got, double[][] train, double[][] rows)
    {
        var right = Ranges(train);
        double[] all = [.. train.SelectMany(row => row)];
        return got switch
        {
            _ when Near(got, rows) => " Nothing was scaled.",
            _ when Near(got, Apply(rows, Ranges(rows))) =>
                " The smallest and the largest value come from rows; that is a leak. Ask train.",
            _ when Near(got, Apply(rows, right).Select(row => row.Select(x => Math.Clamp(x, 0, 1)).ToArray()).ToArray()) =>
                " You cut off at 0 and 1. A value outside the training range may leave them.",
            _ when Near(got, Apply(rows, [.. right.Select(c => (c.Shift, c.Shift + c.Scale))])) =>
                " You divided by the largest value. Divide by the range, largest minus smallest.",
            _ when Near(got, Apply(rows, [.. right.Select(c => (0.0, c.Shift + c.Scale))])) =>
                " You only divided by the largest value: subtract the smallest first.",
            _ when Near(got, Apply(rows, [.. right.Select(c => (0.0, c.Scale))])) => " The smallest value was not subtracted.",
            _ when Near(got, Apply(rows, [.. right.Select(_ => (all.Min(), all.Max() - all.Min()))])) =>
                " You took one smallest and one largest value for the whole table. Look at each column alone.",
            _ when Near(got, Apply(rows, Deviations(train))) => " That is what Standardise should give.",
            _ => "",
        };
    }

    private static double[][] Apply(double[][] rows, (double Shift, double Scale)[] columns) =>
        [.. rows.Select(row => row.Select((x, k) =>
            (x - columns[k].Shift) / (columns[k].Scale == 0 ? 1 : columns[k].Scale)).ToArray())];

    private static (double Shift, double Scale)[] Deviations(double[][] train) =>
        [.. train[0].Select((_, k) => Deviation([.. train.Select(row => row[k])]))];

    private static (double Shift, double Scale) Deviation(double[] column)
    {
        double mean = column.Average();
        return (mean, Math.Sqrt(column.Average(x => (x - mean) * (x - mean))));
    }

    private static (double Shift, double Scale)[] Ranges(double[][] train) =>
        [.. train[0].Select((_, k) => (train.Min(row => row[k]), train.Max(row => row[k]) - train.Min(row => row[k])))];

    // Rising columns, so that none is constant.
    private static double[][] Table(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new[] { i + Pick(random, 0, 0.8), (10 * i) + Pick(random, 1, 8) })];

    private static string Call(string name, double[][] train, double[][] rows) => $"{name}({Text(train)}, {Text(rows)})";
}
