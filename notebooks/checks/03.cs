using static Backprop.Checks.Numbers;
using FitLine = System.Func<double[], double[], double, int, (double M, double B)>;
using LogisticGrad = System.Func<double[][], double[], double[], double, (double[] W, double B)>;
using LogLoss = System.Func<double, double, double>;
using Mse = System.Func<double[], double[], double>;

namespace Backprop.Checks;

/// <summary>Lesson 3: the mean squared error, a line by gradient descent, the log loss, its gradient. 20 points.</summary>
public sealed class L03 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L03.a", "The mean squared error")
        {
            Signature = "double Mse(double[] predicted, double[] actual)",
            Parts =
            [
                new Part<Mse>("a few numbers", 2, L03Mse.Few),
                new Part<Mse>("the six houses", 1, L03Mse.Houses, "a few numbers"),
                new Part<Mse>("the arrays stay as they are", 1, L03Mse.Untouched, "a few numbers"),
            ],
            Hints =
            [
                "Three words, three steps: error, squared, mean. Which of them comes first?",
                "Go through both arrays with one index. Each pass gives one error; what has to happen to it before you "
                + "add it up?",
                "Start a sum at 0. For each index subtract, multiply the result with itself and add it to the sum. After "
                + "the loop divide by the number of values.",
            ],
        },
        new("L03.b", "Fit a line")
        {
            Signature = "(double M, double B) FitLine(double[] x, double[] y, double rate, int steps)",
            Parts =
            [
                new Part<FitLine>("one step", 2, L03Line.OneStep),
                new Part<FitLine>("several steps", 1, L03Line.ManySteps, "one step"),
                new Part<FitLine>("the five points", 1, L03Line.FivePoints, "several steps"),
                new Part<FitLine>("other lines", 2, L03Line.OtherLines, "several steps"),
            ],
            Hints =
            [
                "Section 4 has the two slopes and the loop, for one set of points. What has to come from the parameters "
                + "here?",
                "One step: go through all points, add up both slopes, and move m and b once, after the last point.",
                "Two loops, one inside the other. In the outer one both sums start at 0 again; the inner one adds -2 e x "
                + "and -2 e, each divided by the number of points; after it, subtract rate times each sum.",
            ],
        },
        new("L03.c", "A log loss that never breaks")
        {
            Signature = "double LogLoss(double z, double y)",
            Parts =
            [
                new Part<LogLoss>("ordinary scores", 2, L03LogLoss.Ordinary),
                new Part<LogLoss>("sure and mistaken", 2, L03LogLoss.SureAndMistaken, "ordinary scores"),
                new Part<LogLoss>("sure and right", 1, L03LogLoss.SureAndRight, "ordinary scores"),
                new Part<LogLoss>("the 13 people", 1, L03LogLoss.People, "sure and mistaken", "sure and right"),
            ],
            Hints =
            [
                "For y = 0 the loss is log(1 + exp(z)). What is it for y = 1, and how are the two related?",
                "For z = 800, exp(z) is infinite. But log(1 + exp(z)) is z plus something small. What is that something?",
                "Let u be how far the score points to the other answer: z for y = 0, -z for y = 1. For a positive u, "
                + "log(1 + exp(u)) is u + log(1 + exp(-u)). For a negative one leave it as it is.",
            ],
        },
        new("L03.d", "The gradient for any number of inputs")
        {
            Signature = "(double[] W, double B) LogisticGrad(double[][] X, double[] y, double[] w, double b)",
            Parts =
            [
                new Part<LogisticGrad>("one row", 1, L03Gradient.OneRow),
                new Part<LogisticGrad>("several rows", 1, L03Gradient.Rows, "one row"),
                new Part<LogisticGrad>("random tables against nudging", 2, L03Gradient.Tables, "several rows"),
            ],
            Hints =
            [
                "Section 9 has both slopes for one input. Which line there knows that there is only one?",
                "A row's miss, p - y, is computed once. It then goes into every weight's slope, each time multiplied by "
                + "something else.",
                "For each row: the score (start at b, add w[k] * X[i][k]), then p, then the miss. Add miss * X[i][k] to "
                + "slope k and the miss itself to the slope of the bias. Divide by the number of rows.",
            ],
        },
    ];
}

/// <summary>L03.a: the mean squared error, and what is taken for it.</summary>
internal static class L03Mse
{
    public static string? Few(Mse mse, Random random)
    {
        // On these three numbers every usual mistake gives a result of its own.
        if (Fault(mse, [1, 2, 6], [3, 1, 4]) is { } fault)
            return fault;
        for (int trial = 0; trial < 10; trial++)
        {
            int count = random.Next(1, 9);
            if (Fault(mse, Pick(random, count, -9, 9), Pick(random, count, -9, 9)) is { } other)
                return other;
        }
        return null;
    }

    public static string? Houses(Mse mse, Random random) =>
        Fault(mse, [1202, 1503, 2104, 1103, 1302, 901], [70, 120, 230, 105, 90, 55]);

    public static string? Untouched(Mse mse, Random random)
    {
        double[] predicted = Pick(random, 4, -9, 9), actual = Pick(random, 4, -9, 9);
        double[] predictedBefore = [.. predicted], actualBefore = [.. actual];
        mse(predicted, actual);
        return predicted.SequenceEqual(predictedBefore) && actual.SequenceEqual(actualBefore)
            ? null
            : "an array has other numbers after the call than before. Keep your results in variables of your own.";
    }

    private static string? Fault(Mse mse, double[] predicted, double[] actual)
    {
        double[] errors = [.. predicted.Zip(actual, (p, a) => a - p)];
        double want = errors.Average(e => e * e);
        double got = mse([.. predicted], [.. actual]);
        if (Near(got, want))
            return null;
        string call = predicted.Length > 3
            ? $"for {predicted.Length} numbers it"
            : $"Mse({Text(predicted)}, {Text(actual)})";
        return $"{call} should be {Text(want)}, yours is {Text(got)}.{Cause(got, want, errors)}";
    }

    private static string Cause(double got, double want, double[] errors)
    {
        int n = errors.Length;
        double mean = errors.Average();
        return got switch
        {
            _ when Near(got, want * n) => " That is the sum of the squares: divide it by how many there are.",
            _ when Near(got, Math.Sqrt(want)) =>
                " That is the square root of it. The mean squared error keeps the square.",
            _ when Near(got, want / 2) => " That is half of it. Some books divide by 2; this course does not.",
            _ when Near(got, errors.Average(Math.Abs)) =>
                " That is the mean of the absolute errors. Square each error before you add it up.",
            _ when Near(Math.Abs(got), Math.Abs(mean)) =>
                " That is the mean of the errors: those above and below cancel. Square each one first.",
            _ when Near(got, mean * mean) =>
                " You squared the mean error. Square each error first, and take the mean then.",
            _ when n > 1 && Near(got, want * n / (n - 1)) => " You divided by one less than there are.",
            _ => "",
        };
    }
}
