using static Backprop.Checks.Numbers;
using FitSgd = System.Func<double[][], double[], int[][], double, int, double[]>;

namespace Backprop.Checks;

/// <summary>L11.c: mini-batch descent for a linear model, step by step.</summary>
internal static class L11Sgd
{
    private const double Rate = 0.01;

    public static string? OneBatch(FitSgd sgd, Random random)
    {
        for (int trial = 0; trial < 5; trial++)
        {
            // More rows than the batch has, so that "all rows" is not "this batch".
            int inputs = trial == 0 ? 1 : random.Next(2, 4);
            double[][] x = Pick(random, 5, inputs, 1, 5);
            double[] y = Pick(random, 5, 2, 9);
            int[][] batches = [[3, 1, 4]];
            double[]? got = sgd(Copy(x), [.. y], batches, Rate, 1);
            double[] want = Descend(x, y, batches, 1);
            if (Near(got, want))
                continue;
            string rows = string.Join(", ", batches[0].Select(i => $"{Text(x[i])} with y {Text(y[i])}"));
            return $"one batch with the rows {rows}, rate 0.01: the weights should be {Text(want)}, yours are {Text(got)}."
                + CauseOfOne(got, want, x, y, batches[0]);
        }
        return null;
    }

    public static string? SeveralBatches(FitSgd sgd, Random random)
    {
        double[][] x = Pick(random, 7, 2, 1, 5);
        double[] y = Pick(random, 7, 2, 9);
        int[][] batches = [[0, 5, 2], [6, 1, 3], [4]];
        double[]? got = sgd(Copy(x), [.. y], batches, Rate, 1);
        double[] want = Descend(x, y, batches, 1);
        return Near(got, want)
            ? null
            : $"batches [0, 5, 2], [6, 1, 3], [4], one epoch: the weights should be {Text(want)}, yours are {Text(got)}."
                + CauseOfSeveral(got, x, y, batches);
    }

    public static string? Epochs(FitSgd sgd, Random random)
    {
        double[][] x = Pick(random, 5, 2, -3, 3);
        double[] y = Pick(random, 5, -5, 5);
        int[][] batches = [[4, 0], [1, 3], [2]];
        foreach (int epochs in (int[])[2, 7, 0])
        {
            double[]? got = sgd(Copy(x), [.. y], batches, Rate, epochs);
            double[] want = Descend(x, y, batches, epochs);
            if (Near(got, want))
                continue;
            string cause = epochs > 0 && Near(got, Descend(x, y, batches, 1)) ? " That is where the first epoch ends."
                : Near(got, Descend(x, y, batches, epochs + 1)) ? " That is one epoch too many."
                : epochs > 0 && Near(got, Descend(x, y, batches, epochs - 1)) ? " That is one epoch too few."
                : "";
            return $"after {epochs} epochs the weights should be {Text(want)}, yours are {Text(got)}.{cause}";
        }
        return null;
    }

    public static string? Untouched(FitSgd sgd, Random random)
    {
        double[][] x = Pick(random, 4, 2, 1, 5), xBefore = Copy(x);
        double[] y = Pick(random, 4, 1, 5), yBefore = [.. y];
        int[][] batches = [[2, 0], [3, 1]];
        sgd(x, y, batches, Rate, 2);
        if (x.Zip(xBefore).Any(rows => !rows.First.SequenceEqual(rows.Second)))
            return "X has other numbers after the call than before.";
        if (!y.SequenceEqual(yBefore))
            return "y has other numbers after the call than before. Keep the errors in a variable of your own.";
        return batches is [[2, 0], [3, 1]]
            ? null
            : "the batches have another order after the call than before. Use them as they come.";
    }

    private static string CauseOfOne(double[]? got, double[] want, double[][] x, double[] y, int[] batch)
    {
        int size = batch.Length;
        double[] one = [.. Enumerable.Repeat(Rate * 2 * batch.Average(i => y[i]), want.Length)];
        int[][] rowByRow = [.. batch.Select(i => (int[])[i])];
        int[][] all = [[.. Enumerable.Range(0, x.Length)]];
        return Factor(got, want) switch
        {
            _ when got is null || got.Length != want.Length => $" There are {want.Length} inputs, so {want.Length} weights.",
            _ when got.All(w => w == 0) => " Nothing moved. Is the step taken after the last row of the batch?",
            { } k when Near(k, -1) => " You walk uphill: w -= rate * slope.",
            { } k when Near(k, size) => " That is the sum over the batch: divide by the number of its rows.",
            { } k when Near(k, 0.5) => " That is half as far: the slope of a square has a factor 2.",
            { } k when Near(k, (double)size / x.Length) => " You divided by all rows; divide by the rows of the batch.",
            { } k when Near(k, 1 / Rate) => " The learning rate is missing.",
            _ when Near(got, one) => " The error has to be multiplied by the input of its weight.",
            _ when Near(got, Descend(x, y, rowByRow, 1)) =>
                " You moved after every row. A batch is one step: add up its slopes first.",
            _ when Near(got, Descend(x, y, all, 1)) => " You used all rows. The batch names those that count.",
            _ when Near(got, Descend(x, y, [[0, 1, 2]], 1)) =>
                " You used the first rows of the table. The batch holds row numbers: X[i] for each i in it.",
            _ => "",
        };
    }

    private static string CauseOfSeveral(double[]? got, double[][] x, double[] y, int[][] batches)
    {
        double[] start = new double[2], together = new double[2], growing = new double[2], slopes = new double[2];
        double[] equal = new double[2];
        foreach (int[] batch in batches)
        {
            together = Moved(together, Slopes(x, y, start, batch));
            slopes = [.. slopes.Zip(Slopes(x, y, growing, batch), (a, b) => a + b)];
            growing = Moved(growing, slopes);
            double share = (double)batch.Length / batches[0].Length;
            equal = Moved(equal, [.. Slopes(x, y, equal, batch).Select(slope => slope * share)]);
        }
        return got switch
        {
            _ when Near(got, equal) =>
                " The last batch has one row and was divided by 3. Divide by the size of the batch at hand.",
            _ when Near(got, growing) => " The slopes of the batch before are still in the sum. Start them at 0 in each batch.",
            _ when Near(got, together) =>
                " All slopes were taken at the start. After a batch the weights have moved; the next one starts there.",
            _ when Near(got, Descend(x, y, batches[..1], 1)) => " That is where the first batch ends.",
            _ when Near(got, Descend(x, y, batches[..^1], 1)) => " The last, short batch did not take part.",
            _ => "",
        };
    }

    private static double[] Slopes(double[][] x, double[] y, double[] w, int[] batch) =>
        [.. w.Select((_, k) => batch.Average(i => -2 * (y[i] - x[i].Zip(w, (a, b) => a * b).Sum()) * x[i][k]))];

    private static double[] Moved(double[] w, double[] slopes) => [.. w.Zip(slopes, (a, b) => a - (Rate * b))];

    private static double[] Descend(double[][] x, double[] y, int[][] batches, int epochs)
    {
        double[] w = new double[x[0].Length];
        for (int epoch = 0; epoch < epochs; epoch++)
            foreach (int[] batch in batches)
                w = Moved(w, Slopes(x, y, w, batch));
        return w;
    }
}
