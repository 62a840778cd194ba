using System.Globalization;
using Backprop.Display;

namespace Backprop;

/// <summary><c>#!train net --data train --epochs 10</c></summary>
internal static class TrainDirective
{
    public static Directive Create() => new("#!train", "trains a network on a data set and keeps the history", Run)
    {
        Arguments = [DirectiveOption.Value<Module>("net", "the network, a variable") with { IsRequired = true }],
        Options =
        [
            DirectiveOption.Value<Dataset>("--data", "the examples: a data set, or a tensor with --targets")
                with { IsRequired = true },
            DirectiveOption.Value<Tensor>("--targets", "what is to come out, where --data is a tensor"),
            DirectiveOption.Of<int>("--epochs", "passes over the examples") with { Default = 10 },
            DirectiveOption.Of<int>("--batch", "examples in a step") with { Default = 32 },
            Named<Optimizer>("--optimizer", "how it learns", TrainingChoices.Optimizers.Keys) with { Default = "adam" },
            DirectiveOption.Of<double>("--lr", "learning rate; the optimizer's own unless given"),
            Named<Schedule>("--schedule", "how the learning rate changes", TrainingChoices.Schedules),
            Named<Delegate>("--loss", "what is made small; cross-entropy for class numbers and mse for all else unless "
                + "given", TrainingChoices.Losses.Keys),
            DirectiveOption.Of<string>("--metric", "what is measured besides, with commas between")
                with { Choices = [.. TrainingChoices.Metrics.Keys] },
            DirectiveOption.Value<TensorDataset>("--validation", "examples that are only measured: a data set, or a "
                + "share of the data such as 0.2"),
            DirectiveOption.Of<int>("--patience", "stops after so many passes without a lower (validation) loss, and "
                + "goes back to the best weights"),
            DirectiveOption.Of<double>("--clip", "the longest that all gradients together may be"),
            DirectiveOption.Value<TrainingCallback>("--callbacks", "who hears of it, with commas between"),
            DirectiveOption.Of<string>("--into", "the variable that gets the history") with { Default = "history" },
        ],
    };

    private static DirectiveOption Named<T>(string name, string summary, IEnumerable<string> choices) =>
        DirectiveOption.Value<T>(name, summary) with { Choices = [.. choices] };

    private static async Task Run(DirectiveCall call)
    {
        var net = await call.Value<Module>("net");
        Dataset data = await Examples(call);
        (int epochs, int batch) = (call.Whole("--epochs"), call.Whole("--batch"));
        (data, TensorDataset? validation) = await Validation(call, data);
        var optimizer = await call.OneOf("--optimizer", TrainingChoices.OptimizersOf(net));
        if (call.Has("--lr"))
            optimizer.LearningRate = call.Positive("--lr");
        int steps = (data.Count + batch - 1) / batch;
        (Schedule? schedule, bool perStep) = await TrainingChoices.ScheduleOf(call, epochs, steps);
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = optimizer,
            Loss = await TrainingChoices.LossOf(call, data),
            Schedule = schedule,
            SchedulePerStep = perStep,
            Metrics = TrainingChoices.MetricsOf(call),
            Stop = call.Has("--patience") ? new NoImprovement(call.Whole("--patience")) : null,
            RestoreBest = call.Has("--patience"),
            ClipNorm = call.Has("--clip") ? call.Positive("--clip") : null,
            Callbacks = [new TrainingDisplay(), .. await Callbacks(call)],
        };

        // Made before, since an interrupted cell gets no new variables.
        string into = call.Get<string>("--into");
        await call.Host.SetVariable(into, new History());
        History history = trainer.Fit(data, epochs, batch, validation: validation, cancel: call.Cancel);
        await call.Host.SetVariable(into, history);
    }

    private static async Task<Dataset> Examples(DirectiveCall call)
    {
        object data = await call.Value<object>("--data");
        if (data is Dataset set && !call.Has("--targets"))
            return set.Count > 0 ? set : throw new DirectiveException("--data: there are no examples in it.", "--data");
        if (data is not Tensor x)
        {
            throw data is Dataset
                ? new DirectiveException("--targets: a data set has its own. Leave the option out.", "--targets")
                : new DirectiveException($"--data {call.Get<string>("--data")}: a data set is needed, or a tensor with "
                    + "--targets.", "--data");
        }
        if (!call.Has("--targets"))
            throw new DirectiveException("--data is a tensor: say what is to come out, --targets y.", "--targets");
        var y = await call.Value<Tensor>("--targets");
        try
        {
            return new TensorDataset(x, y);
        }
        catch (ArgumentException error)
        {
            throw new DirectiveException($"--targets: {error.Message}", "--targets");
        }
    }

    private static async Task<(Dataset Train, TensorDataset? Validation)> Validation(DirectiveCall call, Dataset data)
    {
        const string Name = "--validation";
        if (!call.Has(Name))
            return (data, null);
        if (!double.TryParse(call.Get<string>(Name), NumberStyles.Float, CultureInfo.InvariantCulture, out double share))
            return (data, await call.Value<TensorDataset>(Name));
        if (data is not TensorDataset rows)
            throw new DirectiveException($"{Name}: only a TensorDataset can be split. Give another data set.", Name);
        try
        {
            // Mixed by a fixed seed: the same examples are held back when the cell runs again.
            (TensorDataset train, TensorDataset held) = rows.Split(1 - share, shuffle: true, seed: 0);
            return (train, held);
        }
        catch (ArgumentException error)
        {
            throw new DirectiveException(string.Create(
                CultureInfo.InvariantCulture, $"{Name} {share}: a share between 0 and 1. {error.Message}"), Name);
        }
    }

    private static async Task<IReadOnlyList<TrainingCallback>> Callbacks(DirectiveCall call)
    {
        const string Name = "--callbacks";
        if (!call.Has(Name))
            return [];
        var all = new List<TrainingCallback>();
        foreach (string part in call.Get<string>(Name).Split(',', StringSplitOptions.TrimEntries))
            all.Add(await call.Value<TrainingCallback>(Name, part));
        return all;
    }
}
