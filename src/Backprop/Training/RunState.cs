namespace Backprop;

/// <summary>
/// All that a training needs to go on bit for bit, to and from a <see cref="Checkpoint"/>: model, optimizer, schedule,
/// stop rule, random numbers, place in the data, history.
/// </summary>
internal static class RunState
{
    private const string Model = Checkpoint.Model, Optimizer = "optimizer", Schedule = "schedule", Stop = "stop",
        Loader = "loader", Best = "best", Run = "run", Stopped = "stopped";

    private const string Training = "training.", Validation = "validation.", Accumulated = "accumulated.";

    internal static Checkpoint Save(TrainingRun run)
    {
        var trainer = run.Trainer;
        var checkpoint = new Checkpoint
        {
            [Model] = trainer.Model.State(),
            [Optimizer] = trainer.Optimizer.State(),
            [Run] = Numbers(run),
        };
        if (trainer.Schedule is { } schedule)
            checkpoint[Schedule] = schedule.State();
        if (trainer.Stop is { } rule)
            checkpoint[Stop] = rule.State();
        if (run.LoaderState is { } loader)
            checkpoint[Loader] = loader;
        if (run.BestState is { } best)
            checkpoint[Best] = best;
        if (run.History.StopReason is { } reason && !run.IsCancelled)
            checkpoint.Metadata[Stopped] = reason;
        return checkpoint;
    }

    /// <summary>Takes over a checkpoint.</summary>
    /// <exception cref="ArgumentException">It is that of another training.</exception>
    internal static void Load(TrainingRun run, string path)
    {
        var checkpoint = Checkpoint.Load(path);
        var trainer = run.Trainer;
        Demand(checkpoint, path, Schedule, trainer.Schedule is not null);
        Demand(checkpoint, path, Stop, trainer.Stop is not null);
        Demand(checkpoint, path, Loader, run.HasLoader);
        trainer.Model.Load(checkpoint[Model]);
        trainer.Optimizer.Load(checkpoint[Optimizer]);
        trainer.Schedule?.Load(checkpoint[Schedule]);
        trainer.Stop?.Load(checkpoint[Stop]);
        if (checkpoint.Has(Loader))
            run.LoaderState = checkpoint[Loader];
        if (checkpoint.Has(Best))
            run.BestState = checkpoint[Best];
        Restore(run, checkpoint[Run]);
        run.History.StopReason = checkpoint.Metadata.GetValueOrDefault(Stopped);
    }

    private static void Demand(Checkpoint checkpoint, string path, string part, bool isWanted)
    {
        if (checkpoint.Has(part) == isWanted)
            return;
        string saved = isWanted ? "without" : "with", here = isWanted ? "one" : "none";
        throw new ArgumentException($"{Path.GetFileName(path)} was saved {saved} a {part}, and this trainer has "
            + $"{here}. To resume, build the trainer as it was.");
    }

    private static OrderedDictionary<string, Tensor> Numbers(TrainingRun run)
    {
        var epochs = run.History.Epochs;
        var numbers = new OrderedDictionary<string, Tensor>
        {
            ["epoch"] = StateReader.Number(run.Epoch),
            ["step"] = StateReader.Number(run.Step),
            ["loss_sum"] = StateReader.Number(run.LossSum),
            ["examples"] = StateReader.Number(run.Examples),
            ["seconds"] = StateReader.Number(run.Elapsed.TotalSeconds),
            ["random"] = Words(run.RandomNow),
            ["random_of_epoch"] = Words(run.RandomOfEpoch),
            ["step_losses"] = Column(run.History.StepLosses),
            ["losses"] = Column(epochs.Select(e => e.Loss)),
            ["has_validation"] = Column(epochs.Select(e => e.ValidationLoss is null ? 0.0 : 1)),
            ["validation_losses"] = Column(epochs.Select(e => e.ValidationLoss ?? 0)),
            ["elapsed"] = Column(epochs.Select(e => e.Elapsed.TotalSeconds)),
            ["rates"] = Column(epochs.Select(e => e.LearningRate)),
        };
        foreach (var metric in run.Trainer.Metrics)
        {
            numbers[Training + metric.Name] = Column(epochs.Select(e => e.Metrics[metric.Name]));
            if (epochs.Count > 0 && epochs[0].ValidationLoss is not null)
                numbers[Validation + metric.Name] = Column(epochs.Select(e => e.ValidationMetrics[metric.Name]));
            numbers[Accumulated + metric.Name] = Column(metric.State());
        }
        return numbers;
    }

    private static void Restore(TrainingRun run, IReadOnlyDictionary<string, Tensor> numbers)
    {
        run.Epoch = (int)numbers["epoch"].Item();
        run.Step = (int)numbers["step"].Item();
        run.LossSum = numbers["loss_sum"].Item();
        run.Examples = (int)numbers["examples"].Item();
        run.Earlier = TimeSpan.FromSeconds(numbers["seconds"].Item());
        run.RandomNow = FromWords(numbers["random"]);
        run.RandomOfEpoch = FromWords(numbers["random_of_epoch"]);
        foreach (double loss in numbers["step_losses"].ToArray<double>())
            run.History.Add(loss);
        double[] losses = Values("losses"), validation = Values("validation_losses"), has = Values("has_validation");
        double[] elapsed = Values("elapsed"), rates = Values("rates");
        var ofTraining = MetricColumns(run.Trainer, numbers, Training);
        var ofValidation = MetricColumns(run.Trainer, numbers, Validation);
        for (int i = 0; i < losses.Length; i++)
        {
            double? held = has[i] == 0 ? null : validation[i];
            run.History.Add(new EpochResult(i + 1, losses[i], held, TimeSpan.FromSeconds(elapsed[i]))
            {
                LearningRate = rates[i],
                Metrics = ofTraining.ToDictionary(column => column.Name, column => column.Values[i]),
                ValidationMetrics = ofValidation.ToDictionary(column => column.Name, column => column.Values[i]),
            });
        }
        foreach (var metric in run.Trainer.Metrics)
            metric.Load(numbers[Accumulated + metric.Name].ToArray<double>());

        double[] Values(string name) => numbers[name].ToArray<double>();
    }

    private static List<(string Name, double[] Values)> MetricColumns(
        Trainer trainer, IReadOnlyDictionary<string, Tensor> numbers, string prefix)
    {
        string[] saved = [.. numbers.Keys.Where(key => key.StartsWith(Accumulated, StringComparison.Ordinal))
            .Select(key => key[Accumulated.Length..])];
        string[] here = [.. trainer.Metrics.Select(metric => metric.Name)];
        if (!saved.SequenceEqual(here))
        {
            throw new ArgumentException($"The checkpoint has the metrics {Plain.List(saved)}, and this trainer "
                + $"{Plain.List(here)}. To resume, build the trainer as it was.");
        }
        return [.. here.Where(name => numbers.ContainsKey(prefix + name))
            .Select(name => (name, numbers[prefix + name].ToArray<double>()))];
    }

    private static Tensor Column(IEnumerable<double> values) => Tensor.From([.. values], dtype: DType.Float64);

    // Two words of 64 bits as four of 32: tensors have no longer whole numbers.
    private static Tensor Words((ulong Seed, ulong Counter) random) => Tensor.From(
    [
        unchecked((int)random.Seed), unchecked((int)(random.Seed >> 32)),
        unchecked((int)random.Counter), unchecked((int)(random.Counter >> 32)),
    ]);

    private static (ulong, ulong) FromWords(Tensor words)
    {
        int[] w = words.ToArray<int>();
        return ((uint)w[0] | (ulong)(uint)w[1] << 32, (uint)w[2] | (ulong)(uint)w[3] << 32);
    }
}
