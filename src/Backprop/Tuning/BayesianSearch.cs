using System.Globalization;
using MathNet.Numerics.Distributions;

namespace Backprop;

/// <summary>
/// Learns from the trials so far where better ones may be: a Gaussian process guesses the result everywhere, and the
/// next trial is where the expected improvement is largest, be it that the guess is good there or that little is known.
/// For functions that take long; its own work grows with the cube of the trials.
/// </summary>
/// <remarks>Jones, Schonlau, Welch 1998; Snoek, Larochelle, Adams 2012. A diverged trial counts as the worst one
/// seen.</remarks>
public sealed class BayesianSearch : Tuner
{
    private const int Candidates = 1000, Neighbours = 100;

    private static readonly double[] Radii = [0.1, 0.03, 0.01, 0.003];

    /// <summary>How many trials, the first random ones included.</summary>
    public int Trials { get; init; } = 20;

    /// <summary>How many trials are random before any is chosen.</summary>
    public int RandomTrials { get; init; } = 6;

    /// <summary>How alike the results of neighbours are taken to be.</summary>
    public GaussianKernel Kernel { get; init; }

    private protected override string Options =>
        string.Create(CultureInfo.InvariantCulture, $", {RandomTrials} random, {Kernel}");

    private protected override Trial? Next(IReadOnlyList<TrialResult> done, bool maximize)
    {
        if (done.Count >= Trials)
            return null;
        int number = done.Count + 1;
        double[] losses = [.. done.Where(result => result.IsFinite).Select(result => Ranking.Loss(result, maximize))];
        if (number <= RandomTrials || losses.Length < 2)
            return At(number, RandomPlace(number));
        double worst = losses.Max(), best = losses.Min();
        double[][] points = [.. done.Select(result => result.Trial.Coordinates)];
        var process = new GaussianProcess(Kernel, points,
            [.. done.Select(result => result.IsFinite ? Ranking.Loss(result, maximize) : worst)]);
        return At(number, MostPromising(number, process, best, points));
    }

    /// <summary>The place of the largest expected improvement: the best of many random places, then of closer and
    /// closer neighbours of it.</summary>
    private double[] MostPromising(int number, GaussianProcess process, double best, double[][] tried)
    {
        var random = Random(number);
        double[] place = [.. Space.Dimensions.Select(_ => random.NextDouble())];
        double most = Improvement(place);
        for (int i = 1; i < Candidates; i++)
            Consider([.. Space.Dimensions.Select(_ => random.NextDouble())]);
        foreach (double radius in Radii)
        {
            double[] middle = place;
            for (int i = 0; i < Neighbours; i++)
                Consider([.. middle.Select(x => Math.Clamp(x + radius * random.NextNormal(), 0, 1))]);
        }
        return place;

        void Consider(double[] candidate)
        {
            double improvement = Improvement(candidate);
            if (improvement > most)
                (place, most) = (candidate, improvement);
        }

        // What was tried already promises nothing: in spaces of few choices the search would stand still.
        double Improvement(double[] candidate)
        {
            double[] point = At(number, candidate).Coordinates;
            bool isOld = tried.Any(other => other.AsSpan().SequenceEqual(point));
            return isOld ? -1 : Expected(process.Predict(point), best);
        }
    }

    /// <summary>E max(best − f, 0) for f of the bell curve.</summary>
    private static double Expected((double Mean, double Deviation) guess, double best)
    {
        double gain = best - guess.Mean;
        if (guess.Deviation <= 0)
            return Math.Max(gain, 0);
        double z = gain / guess.Deviation;
        return gain * Normal.CDF(0, 1, z) + guess.Deviation * Normal.PDF(0, 1, z);
    }
}
