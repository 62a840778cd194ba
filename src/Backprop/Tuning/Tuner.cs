using System.Diagnostics;
using System.Globalization;

namespace Backprop;

/// <summary>
/// Looks for the hyperparameters that make a function small, most often the validation loss of a training:
/// <c>new RandomSearch { Space = space, Trials = 30 }.Minimize(trial => Train(trial["rate"]))</c>.
/// </summary>
/// <remarks>Which trial comes next follows from the seed and the results so far alone. So a search that was interrupted
/// goes on with the same trials if it was told where to <see cref="SaveTo"/>.</remarks>
public abstract class Tuner
{
    // Streams of random numbers: for values, and for the seeds of trials.
    private const ulong SeedStream = 1UL << 40;

    /// <summary>What is looked for, and where.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Equal seeds give equal searches.</summary>
    public long Seed { get; init; }

    /// <summary>A file to which each finished trial is added, and from which a search goes on; null for none.</summary>
    public string? SaveTo { get; init; }

    /// <summary>Hears of every finished trial.</summary>
    public IProgress<TrialResult>? Progress { get; init; }

    /// <summary>Tries hyperparameters and looks for the smallest result.</summary>
    /// <param name="function">What to make small. A result of NaN or ∞, or a <see cref="NotFiniteNumberException"/>,
    /// says that the training diverged; any other exception ends the search.</param>
    /// <param name="cancel">Stops after the trial at hand.</param>
    /// <exception cref="InvalidDataException">The file is that of another search, or broken.</exception>
    public TuningResults Minimize(Func<Trial, double> function, CancellationToken cancel = default) =>
        Run(function, maximize: false, cancel);

    /// <summary>The same for the largest result, such as an accuracy.</summary>
    /// <inheritdoc cref="Minimize"/>
    public TuningResults Maximize(Func<Trial, double> function, CancellationToken cancel = default) =>
        Run(function, maximize: true, cancel);

    /// <summary>The next trial; null if the search is over.</summary>
    /// <param name="done">All results so far, in order.</param>
    /// <param name="maximize">Whether large scores are good.</param>
    private protected abstract Trial? Next(IReadOnlyList<TrialResult> done, bool maximize);

    /// <summary>What must be equal for a search to go on, besides space and seed.</summary>
    private protected virtual string Options => "";

    /// <summary>A trial at a place of the unit cube.</summary>
    private protected Trial At(int number, ReadOnlySpan<double> place, int budget = 1) =>
        Of(number, Space.At(place), budget);

    private protected Trial Of(int number, object[] values, int budget = 1) =>
        new(Space, number, values, SeedOf(number), budget);

    /// <summary>A random place for a trial, by its number.</summary>
    private protected double[] RandomPlace(int number)
    {
        var random = Random(number);
        return [.. Space.Dimensions.Select(_ => random.NextDouble())];
    }

    private protected SeededRandom Random(int number) => new(Seed, (ulong)number);

    private long SeedOf(int number) => new SeededRandom(Seed, SeedStream + (ulong)number).NextInt64();

    private TuningResults Run(Func<Trial, double> function, bool maximize, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (Space.Names.Count == 0)
        {
            throw new InvalidOperationException("The search space is empty. Name what to look for: Space = new "
                + "SearchSpace { [\"rate\"] = LogUniform(1e-4, 1) }.");
        }
        using var log = SaveTo is null ? null : new TrialLog(SaveTo, Signature(maximize));
        List<TrialResult> done = log is null ? [] : log.Read(Space, Of);
        Trial? trial = null;
        while (!cancel.IsCancellationRequested && (trial = Next(done, maximize)) is not null)
        {
            var result = Try(trial, function);
            done.Add(result);
            log?.Append(Space, result);
            Progress?.Report(result);
        }
        return new TuningResults(Space, maximize, done, isComplete: !cancel.IsCancellationRequested || trial is null);
    }

    private static TrialResult Try(Trial trial, Func<Trial, double> function)
    {
        var clock = Stopwatch.StartNew();
        Tensor.Seed(trial.Seed);
        double score;
        try
        {
            score = function(trial);
        }
        catch (NotFiniteNumberException)
        {
            score = double.NaN;
        }
        return new TrialResult(trial, double.IsFinite(score) ? score : double.NaN, clock.Elapsed);
    }

    private string Signature(bool maximize) => string.Create(CultureInfo.InvariantCulture,
        $"{GetType().Name}, {(maximize ? "maximize" : "minimize")}, seed {Seed}{Options}: {Space}");
}
