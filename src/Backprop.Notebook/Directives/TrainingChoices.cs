using Backprop.Display;

namespace Backprop;

/// <summary>The words for optimizers, schedules, losses and metrics, and what they stand for.</summary>
internal static class TrainingChoices
{
    /// <summary>Each optimizer as it is made for parameters.</summary>
    public static IReadOnlyDictionary<string, Func<IEnumerable<Tensor>, Optimizer>> Optimizers { get; } =
        new OrderedDictionary<string, Func<IEnumerable<Tensor>, Optimizer>>
        {
            ["sgd"] = p => new Sgd(p),
            ["momentum"] = p => new Sgd(p) { Momentum = 0.9 },
            ["nesterov"] = p => new Sgd(p) { Momentum = 0.9, Nesterov = true },
            ["adagrad"] = p => new AdaGrad(p),
            ["rmsprop"] = p => new RmsProp(p),
            ["adam"] = p => new Adam(p),
            ["adamw"] = p => new AdamW(p),
        };

    /// <summary>The schedules; what they mean depends on the length of the training.</summary>
    public static IReadOnlyList<string> Schedules { get; } = ["constant", "cosine", "one-cycle", "step", "plateau"];

    /// <summary>The losses, from prediction and target to one number.</summary>
    public static IReadOnlyDictionary<string, Func<Tensor, Tensor, Tensor>> Losses { get; } =
        new OrderedDictionary<string, Func<Tensor, Tensor, Tensor>>
        {
            ["cross-entropy"] = (p, t) => p.CrossEntropy(t),
            ["binary-cross-entropy"] = (p, t) => p.BinaryCrossEntropyWithLogits(t),
            ["mse"] = (p, t) => p.Mse(t),
            ["mae"] = (p, t) => p.Mae(t),
            ["huber"] = (p, t) => p.Huber(t),
        };

    /// <summary>The metrics.</summary>
    public static IReadOnlyDictionary<string, Func<Metric>> Metrics { get; } =
        new OrderedDictionary<string, Func<Metric>>
        {
            ["accuracy"] = () => new Accuracy(),
            ["precision"] = () => new Precision(),
            ["recall"] = () => new Recall(),
            ["f1"] = () => new F1Score(),
            ["auc"] = () => new RocAuc(),
            ["mae"] = () => new MeanAbsoluteError(),
            ["rmse"] = () => new RootMeanSquaredError(),
            ["r2"] = () => new RSquared(),
        };

    /// <summary>The optimizers for a network.</summary>
    public static Dictionary<string, Func<Optimizer>> OptimizersOf(Module net) =>
        Optimizers.ToDictionary(o => o.Key, o => (Func<Optimizer>)(() => o.Value(net.Parameters)));

    /// <summary>The schedule that a line asks for, and whether it goes on by step.</summary>
    public static async Task<(Schedule? Schedule, bool PerStep)> ScheduleOf(DirectiveCall call, int epochs, int steps)
    {
        const string Name = "--schedule";
        if (!call.Has(Name))
            return (null, false);
        int all = epochs * steps;
        var made = new OrderedDictionary<string, Func<Schedule?>>
        {
            ["constant"] = () => null,
            ["cosine"] = () => new CosineDecay(all),
            ["one-cycle"] = () => new OneCycle(Math.Max(2, all)),
            ["step"] = () => new StepDecay(Math.Max(1, epochs / 3), 0.1),
            ["plateau"] = () => new PlateauDecay(),
        };
        Schedule? schedule = await call.OneOf(Name, made);
        return (schedule, schedule is CosineDecay or OneCycle && made.ContainsKey(call.Get<string>(Name)));
    }

    /// <summary>The loss that a line asks for, or the one that fits the targets.</summary>
    public static async Task<Func<Tensor, Tensor, Tensor>> LossOf(DirectiveCall call, Dataset data)
    {
        const string Name = "--loss";
        if (!call.Has(Name))
            return Losses[data.Batch([0]).Targets.DType == DType.Int32 ? "cross-entropy" : "mse"];
        string text = call.Get<string>(Name);
        return Losses.TryGetValue(text, out var loss) ? loss : await call.Value<Func<Tensor, Tensor, Tensor>>(Name);
    }

    /// <summary>The metrics that a line asks for.</summary>
    public static IReadOnlyList<Metric> MetricsOf(DirectiveCall call)
    {
        const string Name = "--metric";
        if (!call.Has(Name))
            return [];
        return [.. call.Get<string>(Name).Split(',', StringSplitOptions.TrimEntries).Select(word =>
            Metrics.TryGetValue(word, out Func<Metric>? make) ? make() : throw new DirectiveException(
                $"{Name} {word}: choose from {string.Join(", ", Metrics.Keys)}.", Name))];
    }
}
