namespace Backprop;

/// <summary>
/// One step of the optimizer: the loss of a batch, or of several whose gradients are added up, backward, clipping. The
/// whole arithmetic of training is in here, so this is what a compiler may record and replay.
/// </summary>
internal sealed class GradientStep(Trainer trainer, Action gradientsReady)
{
    private IReadOnlyList<(Tensor Inputs, Tensor Targets)> batches = [];
    private bool isFirstLook;

    /// <summary>‖g‖ of the last step, before clipping; null if nobody measured it.</summary>
    internal double? GradientNorm { get; private set; }

    /// <summary>Which step this is, for messages.</summary>
    internal (int Epoch, int Step) Place { get; set; }

    /// <summary>Makes a step and returns the loss before it.</summary>
    internal double Run(IReadOnlyList<(Tensor Inputs, Tensor Targets)> group)
    {
        batches = group;
        isFirstLook = true;
        trainer.Optimizer.AfterBackward = AfterBackward;
        try
        {
            return trainer.Optimizer.Step(Loss).Item();
        }
        finally
        {
            trainer.Optimizer.AfterBackward = null;
            batches = [];
        }
    }

    /// <summary>The loss of all batches. Of several, all but the last go backward here, so that only one graph is in
    /// memory; the result has the value of all and the gradient of the last, which the optimizer adds.</summary>
    private Tensor Loss()
    {
        Tensor loss;
        if (batches.Count == 1)
        {
            loss = LossOf(batches[0]);
        }
        else
        {
            double examples = batches.Sum(batch => batch.Inputs.Shape[0]), sum = 0;
            foreach (var batch in batches.SkipLast(1))
            {
                var part = LossOf(batch) * (batch.Inputs.Shape[0] / examples);
                part.Backward();
                sum += part.Item();
            }
            loss = LossOf(batches[^1]) * (batches[^1].Inputs.Shape[0] / examples) + sum;
        }
        // Some optimizers ask again; the metrics are those before the step.
        isFirstLook = false;
        return loss;
    }

    private Tensor LossOf((Tensor Inputs, Tensor Targets) batch)
    {
        Check(batch);
        var random = RandomState.Now;
        var prediction = trainer.Model.Forward(batch.Inputs);
        var loss = trainer.Loss(prediction, batch.Targets);
        if (loss.Shape.Size != 1)
        {
            throw new InvalidOperationException($"The loss has shape {loss.Shape}, but training makes one number "
                + "small. End it with .Mean().");
        }
        if (trainer.DetectAnomaly && !double.IsFinite(loss.Item()))
            throw new Anomaly(trainer, batch, random).Explain(Place.Epoch, Place.Step, loss.Item());
        if (isFirstLook)
            Metric.AddAll(trainer.Metrics, prediction, batch.Targets);
        return loss;
    }

    private void AfterBackward()
    {
        GradientNorm = null;
        if (trainer.ClipValue is { } value)
            trainer.Optimizer.Parameters.ClipGradValue(value);
        if (trainer.ClipNorm is { } norm)
            GradientNorm = trainer.Optimizer.Parameters.ClipGradNorm(norm);
        gradientsReady();
    }

    private static void Check((Tensor Inputs, Tensor Targets) batch)
    {
        var (x, y) = batch;
        if (x.Shape.Rank == 0 || x.Shape[0] == 0)
        {
            throw new ArgumentException($"A batch has inputs {x.Shape}, so it has no examples. Leave empty batches "
                + "out, and give each example a row.");
        }
        if (y.Shape.Rank == 0 || y.Shape[0] != x.Shape[0])
        {
            throw new ArgumentException($"A batch has inputs {x.Shape} and targets {y.Shape}: both need one row per "
                + "example.");
        }
    }
}
