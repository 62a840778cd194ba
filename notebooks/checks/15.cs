using static Backprop.Checks.Numbers;
using DropoutLayer = System.Func<double[], double[], double, bool, int, (double[] Out, double[] Slopes)>;
using EarlyStop = System.Func<double[], int, (int Stop, int Best)>;
using L2 = System.Func<double[][], double[][], double, (double Loss, double[][] Slopes)>;
using Search = System.Func<double, double, int, int, double[], double[], (double[] Draws, double Best)>;

namespace Backprop.Checks;

/// <summary>Lesson 15: the L2 term, inverted dropout, early stopping, search in log space. 20 points.</summary>
public sealed class L15 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L15.a", "The L2 term")
        {
            Signature = "(double Loss, double[][] Slopes) L2(double[][] weights, double[][] slopes, double lambda)",
            Parts =
            [
                new Part<L2>("the loss", 2, L15L2.Loss),
                new Part<L2>("the slopes, against nudging", 2, L15L2.Slopes, "the loss"),
                new Part<L2>("the arrays stay as they are", 1, L15L2.Untouched, "the loss", "the slopes, against nudging"),
            ],
            Hints =
            [
                "Section 3 has the term and its slope. What happens to the 1/2 when you take the slope?",
                "The loss is one sum over all arrays. A slope needs only its own weight.",
                "Loss: go through all arrays, add up w times w, multiply by lambda / 2 at the end. Slopes: new arrays of the same "
                + "lengths, each number the old slope plus lambda times the weight at the same place.",
            ],
        },
        new("L15.b", "Inverted dropout")
        {
            Signature = "(double[] Out, double[] Slopes) DropoutLayer(double[] h, double[] g, double keep, bool training, "
                + "int seed)",
            Parts =
            [
                new Part<DropoutLayer>("in use nothing is dropped", 1, L15Dropout.InUse),
                new Part<DropoutLayer>("kept, scaled or dropped", 1, L15Dropout.Values),
                new Part<DropoutLayer>("as many are kept as should be", 1, L15Dropout.Share, "kept, scaled or dropped"),
                new Part<DropoutLayer>("the same mask on the way back", 1, L15Dropout.Slopes, "kept, scaled or dropped"),
                new Part<DropoutLayer>("random, repeatable, and clean", 1, L15Dropout.Repeats, "kept, scaled or dropped"),
            ],
            Hints =
            [
                "How many times may you throw the dice for one number, if it goes forward and its slope comes back?",
                "Make an array of factors first: 0, or 1 / keep. Everything else is a multiplication.",
                "Not in training: return copies. Else make a Random from the seed; for each place, NextDouble below keep gives the "
                + "factor 1 / keep, and 0 otherwise. Multiply h and g by the same factors.",
            ],
        },
        new("L15.c", "Stop in time")
        {
            Signature = "(int Stop, int Best) EarlyStop(double[] losses, int patience)",
            Parts =
            [
                new Part<EarlyStop>("a few curves", 2, L15Stop.Few),
                new Part<EarlyStop>("random curves", 1, L15Stop.Curves, "a few curves"),
                new Part<EarlyStop>("equal losses", 1, L15Stop.Equal, "a few curves"),
                new Part<EarlyStop>("losses that are no numbers", 1, L15Stop.NotNumbers, "a few curves"),
            ],
            Hints =
            [
                "What has to be remembered from epoch to epoch? There are two things, and one can be computed from the other.",
                "Remember the best epoch. How many epochs in a row were not better is the distance to it.",
                "Start with best = 1. For each later epoch: is its loss lower than that of best? Then best is this epoch. If not, "
                + "and the distance to best is patience: stop here. After the loop the last epoch is the stop.",
            ],
        },
        new("L15.d", "Search in log space")
        {
            Signature = "(double[] Draws, double Best) Search(double low, double high, int count, int seed, double[] values, "
                + "double[] losses)",
            Parts =
            [
                new Part<Search>("as many as asked, between the limits", 1, L15Search.Limits),
                new Part<Search>("evenly by the logarithm", 1, L15Search.Evenly, "as many as asked, between the limits"),
                new Part<Search>("random, and repeatable", 1, L15Search.Repeats, "as many as asked, between the limits"),
                new Part<Search>("the best value", 1, L15Search.Best),
                new Part<Search>("trainings that exploded", 1, L15Search.Exploded, "the best value"),
            ],
            Hints =
            [
                "Section 6 throws lambdas from 10^-8 to 10^1 in one line. What stands in its exponent?",
                "Take the logarithm of both limits, throw evenly between them, and take the result back with Math.Exp.",
                "LogDraws: from = log(low), to = log(high), each draw is exp(from + (to - from) * NextDouble). BestOf: go through "
                + "the losses, skip those that are not finite, remember the index of the smallest.",
            ],
        },
    ];
}

/// <summary>L15.a: the L2 term and its slopes.</summary>
internal static class L15L2
{
    public static string? Loss(L2 answer, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            double[][] weights = trial == 0 ? [[3, -1], [2]] : Weights(random);
            double lambda = trial == 0 ? 0.1 : Pick(random, 0.2, 0.9);
            double[] all = [.. weights.SelectMany(layer => layer)];
            double want = lambda / 2 * all.Sum(w => w * w);
            double got = answer(Copy(weights), Zeros(weights), lambda).Loss;
            if (!Near(got, want))
            {
                return $"L2Loss({Text(weights)}, {Text(lambda)}) should be {Text(want)}, yours is {Text(got)}."
                    + CauseOfLoss(got, want, all, weights[0], lambda);
            }
        }
        return null;
    }

    public static string? Slopes(L2 answer, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            double[][] weights = trial == 0 ? [[3], [-2]] : Weights(random);
            double[][] slopes = trial == 0 ? [[1], [1]] : [.. weights.Select(layer => Pick(random, layer.Length, -3, 3))];
            double lambda = trial == 0 ? 0.1 : Pick(random, 0.2, 0.9);
            double[][] term = Nudged(answer, weights, lambda);
            double[][] want = Combine(slopes, term, 1, 1), got = answer(Copy(weights), Copy(slopes), lambda).Slopes;
            if (!Near(got, want, 1e-5))
            {
                return $"L2Slopes({Text(weights)}, {Text(slopes)}, {Text(lambda)}) should be {Text(want)}, yours is "
                    + $"{Text(got)}.{CauseOfSlopes(got, slopes, term, weights)}";
            }
        }
        return null;
    }

    public static string? Untouched(L2 answer, Random random)
    {
        double[][] weights = Weights(random), slopes = Zeros(weights);
        double[][] before = Copy(weights);
        answer(weights, slopes, 0.5);
        return Near(weights, before) && Near(slopes, Zeros(weights))
            ? null
            : "weights or slopes have other numbers after the call than before. Make new arrays.";
    }

    private static string CauseOfLoss(double got, double want, double[] all, double[] first, double lambda) => got switch
    {
        0 => " Large weights have to cost something.",
        _ when Near(got, 2 * want) => " The 1/2 is missing: lambda / 2.",
        _ when Near(got, want / lambda) => " lambda is missing.",
        _ when Near(got, want / all.Length) => " That is a mean. The term is the sum over all weights.",
        _ when Near(got, lambda / 2 * first.Sum(w => w * w)) => " That is the first array only; add up all of them.",
        _ when Near(got, lambda / 2 * Math.Sqrt(all.Sum(w => w * w))) => " No root: the norm is squared.",
        _ when Near(got, lambda / 2 * all.Sum(Math.Abs)) => " These are absolute values; square the weights.",
        _ when Near(got, lambda / 2 * all.Sum() * all.Sum()) => " Square each weight first, and add up then.",
        _ => "",
    };

    private static string CauseOfSlopes(double[][]? got, double[][] slopes, double[][] term, double[][] weights) => got switch
    {
        null or [] => " Return one array for each layer.",
        _ when Near(got, slopes) => " These are the old slopes: the slope of the term is missing.",
        _ when Near(got, term, 1e-5) => " That is the slope of the term alone; add it to the slopes that came in.",
        _ when Near(got, Combine(slopes, term, 1, -1), 1e-5) => " The sign: the slope of the term is added.",
        _ when Near(got, Combine(slopes, term, 1, 2), 1e-5) => " The 1/2 of the loss takes the 2 of the slope away.",
        _ when Near(got, Combine(slopes, term, 1, 0.5), 1e-5) => " The square has a slope with a 2, which takes the 1/2 away.",
        _ when Near(got, Combine(slopes, weights, 1, 1), 1e-5) => " lambda is missing.",
        _ => "",
    };

    private static double[][] Nudged(L2 answer, double[][] weights, double lambda)
    {
        double[] flat = [.. weights.SelectMany(layer => layer)];
        double[] slopes = Nudge(v => answer(Shaped(v, weights), Zeros(weights), lambda).Loss, flat, 1e-4);
        return Shaped(slopes, weights);
    }

    private static double[][] Shaped(double[] flat, double[][] like)
    {
        int at = 0;
        return [.. like.Select(layer => flat[at..(at += layer.Length)])];
    }

    private static double[][] Combine(double[][] a, double[][] b, double k, double m) =>
        [.. a.Zip(b, (x, y) => x.Zip(y, (u, v) => (k * u) + (m * v)).ToArray())];

    private static double[][] Zeros(double[][] like) => [.. like.Select(layer => new double[layer.Length])];

    private static double[][] Weights(Random random) =>
        [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Pick(random, random.Next(1, 4), 1.2, 4))];
}
