using static Backprop.Checks.Numbers;
using Oddness = System.Func<double[][], double[][], double[]>;

namespace Backprop.Checks;

/// <summary>L18.d: plants with six sensors and two causes. Faulty rows are put together from the columns of different
/// moments, so that each single number is ordinary.</summary>
internal static class L18Odd
{
    private const int Sensors = 6;
    private const int Quiet = 200;
    private const int Arriving = 120;

    /// <summary>How long an answer may train.</summary>
    public static TimeSpan Patience => TimeSpan.FromSeconds(60);

    public static string? OneScoreEach(Oddness oddness, Random random)
    {
        var plant = new Plant(random);
        double[][] normal = plant.Rows(60), arriving = plant.Rows(7), before = Copy(normal), later = Copy(arriving);
        double[]? scores = oddness(normal, arriving);
        if (scores is null)
            return "the result is null; 7 arriving rows want 7 scores.";
        if (scores.Length != arriving.Length)
            return $"7 arriving rows want 7 scores, yours are {scores.Length}.";
        if (scores.Any(s => !double.IsFinite(s)))
            return "a score is not a finite number. Did you divide by a deviation of 0, or did the training explode?";
        if (scores.Distinct().Count() == 1)
            return $"all 7 scores are {Text(scores[0])}. Rows that differ should get scores that differ.";
        bool same = normal.Zip(before).Concat(arriving.Zip(later)).All(pair => pair.First.SequenceEqual(pair.Second));
        return same ? null : "a row has other numbers after the call than before. Scale copies.";
    }

    public static string? Finds(Oddness oddness, Random random)
    {
        for (int trial = 0; trial < 2; trial++)
        {
            var plant = new Plant(random);
            double[][] normal = plant.Rows(Quiet), arriving = plant.Rows(Arriving);
            bool[] faulty = [.. arriving.Select(_ => random.NextDouble() < 0.4)];
            Spoil(arriving, faulty, plant, random);
            double[] scores = oddness(Copy(normal), Copy(arriving));
            if (scores is null || scores.Length != arriving.Length)
                return $"{arriving.Length} arriving rows want {arriving.Length} scores.";
            double area = Area(scores, faulty);
            if (area < 0.9)
                return $"a plant with {faulty.Count(f => f)} faulty rows of {Arriving}: the AUC is {Fixed(area)}, 0.90 is asked."
                    + Cause(area, scores, normal, arriving);
        }
        return null;
    }

    public static string? NormalOnly(Oddness oddness, Random random)
    {
        var plant = new Plant(random);
        double[][] normal = plant.Rows(Quiet), arriving = plant.Rows(40);
        // The same rows, once among ordinary ones and once among enormous ones.
        double[][] strange = [.. arriving[..10], .. arriving[10..].Select(row => row.Select(v => (v * 30) + 100).ToArray())];
        double[] alone = oddness(Copy(normal), Copy(arriving)), again = oddness(Copy(normal), Copy(arriving));
        double scale = alone.Average(Math.Abs);
        if (!Close(alone, again, scale))
            return "the same call twice gives different scores. Set Tensor.Seed at the start of your function.";
        return Close(alone[..10], oddness(Copy(normal), Copy(strange))[..10], scale)
            ? null
            : "the scores of the first ten rows change when other arriving rows change. Learn and scale with normal only.";
    }

    private static string Cause(double area, double[] scores, double[][] normal, double[][] arriving)
    {
        if (area < 0.15)
            return " It is turned: odd rows get the lowest scores. Higher has to mean odder.";
        double[] far = [.. arriving.Select(row => Distance(row, normal))];
        if (Math.Abs(Correlation(scores, far)) > 0.95)
        {
            return " Your score is the distance from the middle of the normal rows. Each single number of a faulty row is "
                + "ordinary; only the six together are not.";
        }
        return area < 0.65
            ? " That is about what a coin would do. Does the score measure how well the six numbers fit together?"
            : " Is each column brought to mean 0 and deviation 1, is the code 2 numbers wide, and has the training come to rest?";
    }

    // Every faulty row takes each of its numbers from another moment of the same plant.
    private static void Spoil(double[][] rows, bool[] faulty, Plant plant, Random random)
    {
        double[][] donors = plant.Rows(200);
        for (int i = 0; i < rows.Length; i++)
        {
            if (faulty[i])
                rows[i] = [.. Enumerable.Range(0, Sensors).Select(k => donors[random.Next(donors.Length)][k])];
        }
    }

    // The chance that a faulty row has a higher score than an ordinary one; a tie counts one half.
    private static double Area(double[] scores, bool[] faulty)
    {
        double[] odd = [.. scores.Where((_, i) => faulty[i])], ordinary = [.. scores.Where((_, i) => !faulty[i])];
        return odd.Average(a => ordinary.Average(b => a > b ? 1 : a == b ? 0.5 : 0));
    }

    private static double Distance(double[] row, double[][] normal) =>
        Enumerable.Range(0, row.Length).Sum(k =>
        {
            double mean = normal.Average(r => r[k]), variance = normal.Average(r => (r[k] - mean) * (r[k] - mean));
            return (row[k] - mean) * (row[k] - mean) / variance;
        });

    private static double Correlation(double[] a, double[] b)
    {
        double meanA = a.Average(), meanB = b.Average();
        double both = a.Zip(b, (p, q) => (p - meanA) * (q - meanB)).Sum();
        return both / Math.Sqrt(a.Sum(p => (p - meanA) * (p - meanA)) * b.Sum(q => (q - meanB) * (q - meanB)));
    }

    // Training in float may differ in the last digits when batches have other sizes.
    private static bool Close(double[] a, double[] b, double scale) =>
        a.Zip(b).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-3 * (scale + Math.Abs(pair.First)));

    private static string Fixed(double value) => value.ToString("F2", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Six sensors that answer to two causes, each with its own size, middle and a little noise.</summary>
    private sealed class Plant
    {
        private readonly Random _random;
        private readonly double[] _angles;
        private readonly double[] _sizes;
        private readonly double[] _middles;

        public Plant(Random random)
        {
            _random = random;
            // Directions spread over a half turn: each sensor depends on both causes, no two on the same mixture.
            _angles = [.. Enumerable.Range(0, Sensors).Select(k => ((k + Pick(random, 0.2, 0.8)) * Math.PI / Sensors))];
            _sizes = [.. Enumerable.Range(0, Sensors).Select(_ => Math.Pow(10, Pick(random, -1, 1)))];
            _middles = Pick(random, Sensors, -20, 20);
        }

        public double[][] Rows(int count) => [.. Enumerable.Range(0, count).Select(_ => Row())];

        private double[] Row()
        {
            double one = Normal(), other = Normal();
            return [.. Enumerable.Range(0, Sensors).Select(k => _middles[k]
                + (_sizes[k] * ((Math.Cos(_angles[k]) * one) + (Math.Sin(_angles[k]) * other) + (0.15 * Normal()))))];
        }

        private double Normal() =>
            Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
    }
}
