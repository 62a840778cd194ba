using static Backprop.PlotData;

namespace Backprop;

/// <summary>
/// Looks for a learning rate: trains a few steps while the rate grows by the same factor each time, and sees where the
/// loss falls fastest and where it explodes. The net is handed back as it was.
/// </summary>
/// <remarks>Smith, Cyclical Learning Rates for Training Neural Networks (2017).</remarks>
public sealed class LearningRateFinder
{
    private const double Memory = 0.9;
    private const double Exploded = 4;

    private readonly List<double> rates = [];
    private readonly List<double> losses = [];
    private readonly List<double> smooth = [];

    private LearningRateFinder()
    {
    }

    /// <summary>The rate of each step, ascending.</summary>
    public IReadOnlyList<double> Rates => rates;

    /// <summary>The loss of each step's batch, before the step.</summary>
    public IReadOnlyList<double> Losses => losses;

    /// <summary>The same, smoothed: a moving average that starts without bias.</summary>
    public IReadOnlyList<double> SmoothLosses => smooth;

    /// <summary>True where the loss exploded before the last rate was reached.</summary>
    public bool HasExploded { get; private set; }

    /// <summary>The rate with the lowest smoothed loss: already at the edge.</summary>
    public double Lowest => rates[smooth.IndexOf(smooth.Min())];

    /// <summary>A rate to begin with: where the smoothed loss falls fastest, for equal factors of the rate; at most a
    /// tenth of <see cref="Lowest"/> where it falls nowhere before.</summary>
    public double Suggested
    {
        get
        {
            int last = smooth.IndexOf(smooth.Min());
            int steepest = Enumerable.Range(1, Math.Max(0, last - 1))
                .DefaultIfEmpty(0)
                .MinBy(i => i == 0 ? 0 : smooth[i + 1] - smooth[i - 1]);
            return steepest == 0 ? Lowest / 10 : rates[steepest];
        }
    }

    /// <summary>Tries the rates.</summary>
    /// <param name="net">What would be trained.</param>
    /// <param name="data">Inputs and targets; taken in their order, again from the start when used up.</param>
    /// <param name="loss">From prediction and target to one number.</param>
    /// <param name="optimizer">Makes the optimizer for the parameters; plain descent if left out.</param>
    /// <param name="from">The lowest rate.</param>
    /// <param name="to">The highest rate.</param>
    /// <param name="steps">How many rates are tried, one step each.</param>
    /// <param name="batchSize">Examples in a step.</param>
    /// <exception cref="ArgumentException">The rates do not ascend, or there are fewer than 10 steps.</exception>
    public static LearningRateFinder Run(
        Module net,
        TensorDataset data,
        Func<Tensor, Tensor, Tensor> loss,
        Func<IReadOnlyList<Tensor>, Optimizer>? optimizer = null,
        double from = 1e-6,
        double to = 10,
        int steps = 100,
        int batchSize = 32)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(loss);
        if (!(from > 0))
        {
            throw new ArgumentException(
                $"The rates begin at {Number(from)}. They grow by a factor, so begin above 0, as with 1e-6.");
        }
        MustAscend((from, to), "The learning rate");
        if (steps < 10)
            throw new ArgumentException(Invariant($"{steps} steps show no curve. Take 10 or more; 100 is usual."));

        using var kept = new KeptState(net);
        net.Train();
        Optimizer rule = optimizer?.Invoke(net.Parameters) ?? new Sgd(net.Parameters);
        var finder = new LearningRateFinder();
        using IEnumerator<(Tensor X, Tensor Y)> batches = Endless(data, batchSize).GetEnumerator();
        for (int step = 0; step < steps && !finder.HasExploded; step++)
        {
            batches.MoveNext();
            (Tensor x, Tensor y) = batches.Current;
            rule.LearningRate = from * Math.Pow(to / from, step / (steps - 1.0));
            finder.Add(rule.LearningRate, rule.Step(() => loss(net.Forward(x), y)).Item());
            Interruption.ThrowIfRequested();
        }
        if (finder.losses.Count < 3)
        {
            throw new ArgumentException($"The loss explodes at once, at a rate of "
                + $"{Number(finder.rates.DefaultIfEmpty(from).Last())}. "
                + "Begin lower, or look for NaN in the data.");
        }
        return finder;
    }

    /// <summary><c>learning rate 0.12 suggested; lowest loss at 0.8, 74 rates tried</c></summary>
    public override string ToString() =>
        $"learning rate {Number(Suggested)} suggested; lowest loss at {Number(Lowest)}, "
        + $"{Count(rates.Count, "rate")} tried";

    private void Add(double rate, double loss)
    {
        double before = smooth.Count == 0 ? 0 : smooth[^1] * (1 - Math.Pow(Memory, smooth.Count));
        double now = ((Memory * before) + ((1 - Memory) * loss)) / (1 - Math.Pow(Memory, smooth.Count + 1));
        HasExploded = !double.IsFinite(now) || (smooth.Count > 5 && now > Exploded * smooth.Min());
        if (!double.IsFinite(now))
            return;
        rates.Add(rate);
        losses.Add(loss);
        smooth.Add(now);
    }

    private static IEnumerable<(Tensor X, Tensor Y)> Endless(TensorDataset data, int batchSize)
    {
        if (data.Count == 0)
            throw new ArgumentException("There are no examples to try rates on.");
        while (true)
        {
            foreach ((Tensor x, Tensor y) in data.Batches(Math.Min(batchSize, data.Count)))
                yield return (x, y);
        }
    }
}
