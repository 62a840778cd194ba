using Batches = System.Func<int, int, int, int[][]>;
using MaxStableRate = System.Func<double[][], double>;
using FitSgd = System.Func<double[][], double[], int[][], double, int, double[]>;
using StopAt = System.Func<double[], double[], double[], double, double, int, int, (int Epoch, string Why)>;

namespace Backprop.Checks;

/// <summary>Lesson 11: the largest rate, mini-batches, stochastic descent, and when to stop. 20 points.</summary>
public sealed class L11 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L11.a", "The largest rate")
        {
            Signature = "double MaxStableRate(double[][] A)",
            Parts =
            [
                new Part<MaxStableRate>("bowls along the axes", 2, L11Rate.Diagonal),
                new Part<MaxStableRate>("bowls that lie askew", 2, L11Rate.Askew, "bowls along the axes"),
                new Part<MaxStableRate>("the table stays as it is", 1, L11Rate.Untouched, "bowls along the axes"),
            ],
            Hints =
            [
                "Section 3 has the border as a formula. Which one number of the table do you need for it?",
                "Multiply a vector with the table many times. Each time it becomes longer by about the same factor. What "
                + "is that factor?",
                "Start with unequal numbers. In each round: every row of A times the vector, added up, gives one number of "
                + "the new vector; its length is the root of the sum of its squares; divide by it. Two divided by the last "
                + "length is the answer.",
            ],
        },
        new("L11.b", "Shuffle and cut")
        {
            Signature = "int[][] Batches(int count, int size, int seed)",
            Parts =
            [
                new Part<Batches>("batches of the right size", 1, L11Batches.Sizes),
                new Part<Batches>("every row once", 1, L11Batches.EachOnce, "batches of the right size"),
                new Part<Batches>("shuffled", 2, L11Batches.Shuffled, "every row once"),
                new Part<Batches>("the seed decides", 1, L11Batches.Seeded, "shuffled"),
            ],
            Hints =
            [
                "Two jobs: an order, and cuts. Which one comes first?",
                "Make one array with all the numbers, shuffle it as a whole, and cut it afterwards.",
                "new Random(seed) has a method Shuffle for an array. Then take pieces of the given size from the front until "
                + "nothing is left; there is a method of Linq whose name means just that.",
            ],
        },
        new("L11.c", "Your own SGD")
        {
            Signature = "double[] FitSgd(double[][] X, double[] y, int[][] batches, double rate, int epochs)",
            Parts =
            [
                new Part<FitSgd>("one batch", 2, L11Sgd.OneBatch),
                new Part<FitSgd>("several batches, the last one short", 1, L11Sgd.SeveralBatches, "one batch"),
                new Part<FitSgd>("several epochs, or none", 1, L11Sgd.Epochs, "several batches, the last one short"),
                new Part<FitSgd>("the arrays stay as they are", 1, L11Sgd.Untouched, "one batch"),
            ],
            Hints =
            [
                "How many times do the weights move in one epoch, and what has to be new each time?",
                "Three loops, one inside the other: epochs, batches, the rows of the batch. The slopes start at 0 inside the "
                + "second one.",
                "For each row of the batch: its error y - (w0 x0 + w1 x1 + ...), then add -2 times error times input k, "
                + "divided by the size of the batch, to slope k. After the last row of the batch move every weight by rate "
                + "times its slope.",
            ],
        },
        new("L11.d", "Four bells")
        {
            Signature = "(int Epoch, string Why) StopAt(double[] losses, double[] norms, double[] validation, "
                + "double smallLoss, double smallNorm, int patience, int most)",
            Parts =
            [
                new Part<StopAt>("loss and gradient", 1, L11Stop.Thresholds),
                new Part<StopAt>("validation with patience", 2, L11Stop.Patience, "loss and gradient"),
                new Part<StopAt>("the fuse, and no bell at all", 1, L11Stop.Fuse, "loss and gradient"),
                new Part<StopAt>("all four together", 1, L11Stop.Together,
                    "validation with patience", "the fuse, and no bell at all"),
            ],
            Hints =
            [
                "For the third bell you have to remember two numbers from epoch to epoch. Which two?",
                "Remember the best validation loss so far, and for how many epochs it has not been beaten. Both change in "
                + "every epoch, whether a bell rings or not.",
                "In each epoch: if the validation loss is below the best, it is the new best and the count is 0, else the "
                + "count grows by 1. Then ask the four bells in order, the third one with count >= patience. Epoch numbers "
                + "are the index plus 1.",
            ],
        },
    ];
}

/// <summary>L11.a: the border 2/λ, and what is taken for it.</summary>
internal static class L11Rate
{
    public static string? Diagonal(MaxStableRate rate, Random random)
    {
        if (Fault(rate, [[2, 0], [0, 8]]) is { } fault)
            return fault;
        for (int trial = 0; trial < 6; trial++)
        {
            int n = random.Next(2, 5), top = random.Next(n);
            double largest = Numbers.Pick(random, 6, 12);
            double[][] table = [.. Enumerable.Range(0, n).Select(i => new double[n])];
            for (int i = 0; i < n; i++)
                table[i][i] = i == top ? largest : Numbers.Pick(random, 0.5, 4);
            if (Fault(rate, table) is { } other)
                return other;
        }
        return null;
    }

    public static string? Askew(MaxStableRate rate, Random random)
    {
        // In the second one the strongest direction is (1, -1): equal numbers have nothing of it.
        double[][][] known = [[[67.2, 10.4], [10.4, 2]], [[3, -1], [-1, 3]], [[2, 1, 0], [1, 4, 1], [0, 1, 9]]];
        foreach (double[][] table in known.Concat(Enumerable.Range(0, 5).Select(_ => Random(random))))
            if (Fault(rate, table) is { } fault)
                return fault;
        return null;
    }

    public static string? Untouched(MaxStableRate rate, Random random)
    {
        double[][] table = Random(random), before = Numbers.Copy(table);
        rate(table);
        return table.Zip(before).All(rows => rows.First.SequenceEqual(rows.Second))
            ? null
            : "the table has other numbers after the call than before. Work on a copy, or on a vector of your own.";
    }

    private static string? Fault(MaxStableRate rate, double[][] table)
    {
        double largest = Largest(table), want = 2 / largest;
        double got = rate(Numbers.Copy(table));
        if (Close(got, want))
            return null;
        return $"for {Numbers.Text(table)} the border is {Numbers.Text(want)}, yours is {Numbers.Text(got)}."
            + Cause(got, want, largest, table);
    }

    private static string Cause(double got, double want, double largest, double[][] table)
    {
        int n = table.Length;
        double[] diagonal = [.. Enumerable.Range(0, n).Select(i => table[i][i])];
        double[] sums = [.. table.Select(row => row.Sum())];
        double smallest = 2 / (diagonal.Sum() - largest);
        return got switch
        {
            double.NaN => " That is not a number. A vector that is never divided by its length becomes infinite; is yours?",
            0 => " With rate 0 nobody moves.",
            _ when Close(got, largest) => " That is the largest bend itself; the border is 2 divided by it.",
            _ when Close(got, 1 / largest) => " That is 1/λ, where one step lands at the bottom. It explodes from 2/λ on.",
            _ when Close(got, 2 / sums[0]) && sums.All(sum => Close(sum, sums[0])) =>
                " A vector of equal numbers has nothing of the strongest direction here. Start with unequal ones.",
            _ when Close(got, 2 / diagonal.Max()) =>
                " That is 2 divided by the largest number on the diagonal. The numbers beside the diagonal bend it too.",
            _ when Close(got, 2 / diagonal.Min()) => " That uses the weakest bend. The strongest one forbids large rates.",
            _ when n == 2 && Close(got, smallest) =>
                " That uses the smaller eigenvalue. The larger one forbids large rates.",
            _ when Close(got, 2 / diagonal.Sum()) => " That divides by the sum of the diagonal, which is all bends together.",
            _ when Close(got, 2 / table.Max(row => row.Sum(Math.Abs))) =>
                " That divides by the largest sum of a row: a safe rate, but not the border.",
            _ when Close(got, 2 / Math.Sqrt(table.Sum(row => row.Sum(v => v * v)))) =>
                " That divides by the root of all squares in the table, which mixes all bends.",
            _ when n > 2 && Close(got, 2 / Largest([table[0][..2], table[1][..2]])) =>
                " That is the border of the first two rows and columns alone; the others count as well.",
            _ when Math.Abs(got - want) < 0.1 * want => " That is close, but not exact: more rounds.",
            _ => "",
        };
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 5e-4 * Math.Abs(b);

    private static double Largest(double[][] table)
    {
        double[] v = [.. table.Select((_, i) => 1 + (0.37 * i))];
        double length = 0;
        for (int round = 0; round < 5000; round++)
        {
            double[] next = [.. table.Select(row => row.Zip(v, (a, b) => a * b).Sum())];
            length = Math.Sqrt(next.Sum(value => value * value));
            v = [.. next.Select(value => value / length)];
        }
        return length;
    }

    // One strong direction on top of a weak bowl, so that the largest eigenvalue stands out.
    private static double[][] Random(Random random)
    {
        int n = random.Next(2, 6);
        double[] strong = Numbers.Pick(random, n, -2, 2);
        strong[^1] = 2.5;
        return [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n)
            .Select(k => Math.Round((strong[i] * strong[k]) + (i == k ? 1 + (0.3 * i) : 0), 2)).ToArray())];
    }
}
