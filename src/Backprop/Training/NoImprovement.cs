using System.Globalization;

namespace Backprop;

/// <summary>
/// Early stopping: stops when the validation loss has not fallen for some checks in a row, so before the net learns its
/// examples by heart. Without a validation loss it watches the loss itself (Prechelt 1998).
/// </summary>
/// <remarks>It remembers the best loss, so a rule is for one training. To go on with an interrupted one:
/// <c>new NoImprovement(3) { Best = 0.31, BestIteration = 12, Waited = 1 }</c>.</remarks>
/// <param name="Patience">How many checks in a row without a lower loss; 3 stops at the third.</param>
/// <param name="MinDecrease">A decrease by no more than this is none.</param>
public sealed record NoImprovement(int Patience, double MinDecrease = 0) : StopRule
{
    /// <summary>The lowest loss so far.</summary>
    public double Best { get; set; } = double.PositiveInfinity;

    /// <summary>The iteration of the lowest loss; its weights are the ones to keep.</summary>
    public int BestIteration { get; set; }

    /// <summary>Checks in a row without a lower loss.</summary>
    public int Waited { get; set; }

    /// <inheritdoc/>
    public override string? Check(StoppingPoint now)
    {
        ArgumentNullException.ThrowIfNull(now);
        double loss = now.ValidationLoss ?? now.Loss;
        if (loss < Best - MinDecrease)
        {
            (Best, BestIteration, Waited) = (loss, now.Iteration, 0);
            return null;
        }
        Waited++;
        return Waited < Patience ? null : string.Create(CultureInfo.InvariantCulture,
            $"The loss has not fallen for {Waited} checks; the best was {Best:G4} at iteration {BestIteration}.");
    }

    /// <inheritdoc/>
    public override Dictionary<string, Tensor> State() => new()
    {
        ["best"] = StateReader.Number(Best),
        ["best_iteration"] = StateReader.Number(BestIteration),
        ["waited"] = StateReader.Number(Waited),
    };

    /// <inheritdoc/>
    public override void Load(IReadOnlyDictionary<string, Tensor> state)
    {
        var reader = new StateReader(state, this);
        double best = reader.Number("best");
        int iteration = (int)reader.Number("best_iteration"), waited = (int)reader.Number("waited");
        reader.Finish();
        (Best, BestIteration, Waited) = (best, iteration, waited);
    }
}
