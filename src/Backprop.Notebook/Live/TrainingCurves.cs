namespace Backprop;

/// <summary>The numbers of a training that its pictures are drawn from, few enough however long it takes.</summary>
internal sealed class TrainingCurves
{
    private const int MostNorms = 200;

    private readonly ThinCurve losses = new();
    private List<(double Step, double Norm)> norms = [];
    private int steps;
    private int stepsPerEpoch;

    /// <summary>No numbers yet.</summary>
    public TrainingCurves()
    {
    }

    /// <summary>The numbers of a training that goes on.</summary>
    public TrainingCurves(History history)
    {
        foreach (double loss in history.StepLosses)
            losses.Add(loss);
        steps = history.StepLosses.Count;
        if (history.Epochs.Count > 0)
            stepsPerEpoch = steps / history.Epochs.Count;
    }

    /// <summary>The norm of all gradients when it was measured last, or null.</summary>
    public double? Norm => norms.Count == 0 ? null : norms[^1].Norm;

    /// <summary>True while it is not known how many steps make a pass: then curves go by step.</summary>
    public bool IsByStep => stepsPerEpoch == 0;

    /// <summary>The loss of the batches, neighbours joined to their mean; x in passes, or in steps.</summary>
    public (double[] X, double[] Y) Losses => ([.. losses.Places.Select(Place)], [.. losses.Means]);

    /// <summary>The norm of all gradients, where it was measured.</summary>
    public (double[] X, double[] Y) Norms => ([.. norms.Select(n => Place(n.Step))], [.. norms.Select(n => n.Norm)]);

    public void Add(TrainingStep step)
    {
        losses.Add(step.Loss);
        steps++;
        stepsPerEpoch = step.Steps > 0 ? step.Steps : stepsPerEpoch;
    }

    public void Add(EpochResult epoch)
    {
        if (stepsPerEpoch == 0 && epoch.Epoch > 0)
            stepsPerEpoch = steps / epoch.Epoch;
    }

    /// <summary>The norm of the step that comes next.</summary>
    public void AddNorm(double norm)
    {
        norms.Add((steps + 0.5, norm));
        if (norms.Count > MostNorms)
            norms = [.. norms.Where((_, i) => i % 2 == 0)];
    }

    private double Place(double step) => IsByStep ? step : step / stepsPerEpoch;
}
