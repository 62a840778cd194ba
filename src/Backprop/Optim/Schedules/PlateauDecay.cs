namespace Backprop;

/// <summary>
/// Multiplies the rate by a factor whenever a loss has not decreased for some steps in a row:
/// <c>schedule.Step(validationLoss)</c> after each epoch.
/// </summary>
/// <remarks>
/// "A tenth after 3 epochs without decrease" is <c>new PlateauDecay(after: 3, factor: 0.1)</c>. PyTorch's
/// ReduceLROnPlateau counts the epochs that are borne, so that is its patience 2; its threshold 1e-4 (relative) is 0 here.
/// For a metric that should grow hand over its negative. NaN is no decrease.
/// </remarks>
/// <param name="after">How many steps in a row without a decrease; 1 or more.</param>
/// <param name="factor">What the rate is then multiplied by.</param>
public sealed class PlateauDecay(int after = 3, double factor = 0.1) : Schedule
{
    private double best = double.PositiveInfinity;
    private int bad, rest, reductions;

    /// <summary>How many steps in a row without a decrease.</summary>
    public int After { get; } = Options.AtLeastOne(after, nameof(after));

    /// <summary>What the rate is then multiplied by.</summary>
    public double Factor { get; } = Options.Share(factor, nameof(factor));

    /// <summary>A decrease by no more than this is none.</summary>
    public double MinDecrease { get; init => field = Options.NotNegative(value); }

    /// <summary>A decrease by no more than this share of the best loss is none.</summary>
    public double MinRelativeDecrease { get; init => field = Options.NotNegative(value); }

    /// <summary>For how many steps after a change nothing is counted.</summary>
    public int Cooldown { get; init => field = (int)Options.NotNegative(value); }

    /// <summary>The rate does not fall below this.</summary>
    public double Min { get; init => field = Options.NotNegative(value); }

    /// <summary>The rate as it is by now; it depends on what was observed, not on the time.</summary>
    public override double LearningRate(int time, double start) =>
        reductions == 0 ? start : Math.Max(Min, start * Math.Pow(Factor, reductions));

    internal override void Observe(int time, double? metric)
    {
        if (metric is not { } loss)
            throw new ArgumentException("A plateau is seen in a loss: call Step(loss) with the loss of the epoch.");
        bool isFirst = double.IsPositiveInfinity(best);
        if (loss < best && (isFirst || loss < best - MinDecrease - MinRelativeDecrease * Math.Abs(best)))
            (best, bad) = (loss, 0);
        else
            bad++;
        if (rest > 0)
            (rest, bad) = (rest - 1, 0);
        if (bad >= After)
            (reductions, rest, bad) = (reductions + 1, Cooldown, 0);
    }

    internal override void Reset() => (best, bad, rest, reductions) = (double.PositiveInfinity, 0, 0, 0);

    internal override void Save(Dictionary<string, double> numbers, string prefix)
    {
        numbers[prefix + "best"] = best;
        numbers[prefix + "bad"] = bad;
        numbers[prefix + "rest"] = rest;
        numbers[prefix + "reductions"] = reductions;
    }

    internal override Action Restore(StateReader reader, string prefix)
    {
        double savedBest = reader.Number(prefix + "best");
        int savedBad = (int)reader.Number(prefix + "bad"), savedRest = (int)reader.Number(prefix + "rest");
        int savedReductions = (int)reader.Number(prefix + "reductions");
        return () => (best, bad, rest, reductions) = (savedBest, savedBad, savedRest, savedReductions);
    }
}
