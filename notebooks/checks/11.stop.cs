using StopAt = System.Func<double[], double[], double[], double, double, int, int, (int Epoch, string Why)>;

namespace Backprop.Checks;

/// <summary>L11.d: four bells, and the misreadings of each.</summary>
internal static class L11Stop
{
    // What a reader of the rules may take them for.
    private enum Reading
    {
        Right, LossEqualRings, ComparesWithThePrevious, EqualIsBetter, NeverResets, OneMore, FuseOneLate, FuseFirst,
        ValidationFirst, GradientFirst,
    }

    private sealed record Run(
        double[] Losses, double[] Norms, double[] Validation, double SmallLoss, double SmallNorm, int Patience, int Most);

    public static string? Thresholds(StopAt stop, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            int at = random.Next(3, 7);
            double[] losses = [.. Enumerable.Range(0, 8).Select(e => e == at ? 0.5 : e == 1 ? 1 : Pick(random))];
            double[] norms = [.. Enumerable.Range(0, 8).Select(e => e == at ? 0.5 : e == 1 ? 1 : Pick(random))];
            double[] falling = [.. Enumerable.Range(0, 8).Select(e => 9.0 - e)];
            double[] never = [.. falling.Select(_ => 5.0)];
            Run run = trial % 2 == 0
                ? new(losses, never, falling, 1, 1, 5, 100)
                : new(never, norms, falling, 1, 1, 5, 100);
            if (Fault(stop, run) is { } fault)
                return fault;
        }
        return null;
    }

    public static string? Patience(StopAt stop, Random random)
    {
        double[][] known = [[5, 4, 4, 4.5, 3, 6, 6], [3, 5, 4, 3.5, 1, 1, 1], [5, 6, 4, 6, 3, 6, 6, 6], [9, 8, 7, 7, 7, 7]];
        foreach (double[] validation in known.Concat(Enumerable.Range(0, 6).Select(_ => Curve(random, 12))))
            foreach (int patience in (int[])[2, 3, 1])
                if (Fault(stop, Quiet(validation, patience, 100)) is { } fault)
                    return fault;
        return null;
    }

    public static string? Fuse(StopAt stop, Random random)
    {
        double[] falling = [.. Enumerable.Range(0, 9).Select(e => 20.0 - e)];
        foreach (int most in (int[])[4, 9, 1, 10, 30, random.Next(2, 9)])
            if (Fault(stop, Quiet(falling, 3, most)) is { } fault)
                return fault;
        return null;
    }

    public static string? Together(StopAt stop, Random random)
    {
        // Two bells in one epoch: each pair once, so that their order cannot be missed.
        double[] late = [9, 9, 9, 1, 9], high = [9, 9, 9, 9, 9], tired = [5, 4, 6, 6, 6], falling = [9, 8, 7, 6, 5];
        Run[] pairs =
        [
            new(late, late, falling, 2, 2, 9, 9), new(late, high, tired, 2, 2, 2, 9), new(high, late, tired, 2, 2, 2, 9),
            new(late, high, falling, 2, 2, 9, 4), new(high, late, falling, 2, 2, 9, 4), new(high, high, tired, 2, 2, 2, 4),
        ];
        foreach (Run run in pairs.Concat(Enumerable.Range(0, 40).Select(_ => Mixed(random))))
            if (Fault(stop, run) is { } fault)
                return fault;
        return null;
    }

    private static Run Mixed(Random random)
    {
        double[] Small() => [.. Enumerable.Range(0, 10).Select(_ => (double)random.Next(1, 9))];
        return new(Small(), Small(), Curve(random, 10), 2, 2, random.Next(1, 4), random.Next(3, 9));
    }

    private static string? Fault(StopAt stop, Run run)
    {
        var want = Expected(run, Reading.Right);
        var got = stop([.. run.Losses], [.. run.Norms], [.. run.Validation], run.SmallLoss, run.SmallNorm, run.Patience,
            run.Most);
        if (got == want)
            return null;
        return $"losses {Short(run.Losses)}, norms {Short(run.Norms)}, validation {Numbers.Text(run.Validation)}, "
            + $"smallLoss {Numbers.Text(run.SmallLoss)}, smallNorm {Numbers.Text(run.SmallNorm)}, patience {run.Patience}, "
            + $"most {run.Most}: it should be ({want.Epoch}, {want.Why}), yours is ({got.Epoch}, {got.Why ?? "null"})."
            + Cause(run, got, want);
    }

    private static string Cause(Run run, (int Epoch, string Why) got, (int Epoch, string Why) want)
    {
        if (got.Why == want.Why && got.Epoch == want.Epoch - 1)
            return want.Why == "validation" && got == Expected(run with { Patience = run.Patience - 1 }, Reading.Right)
                ? " One epoch early. Does the count of epochs start at 1, and the count of waiting at 0?"
                : " Right bell, but epochs count from 1.";
        foreach (Reading reading in Enum.GetValues<Reading>())
            if (reading != Reading.Right && got == Expected(run, reading))
                return reading switch
                {
                    Reading.LossEqualRings => " Equal is not below: use < for both thresholds.",
                    Reading.ComparesWithThePrevious =>
                        " You compare with the epoch before. Compare with the best so far.",
                    Reading.EqualIsBetter => " Equal to the best is not below it, so that epoch counts as waiting.",
                    Reading.NeverResets => " After a new best the count starts again at 0; epochs must be in a row.",
                    Reading.OneMore => " One epoch late: with patience p the bell rings in the p-th epoch of waiting.",
                    Reading.FuseOneLate => " One epoch late: when `most` epochs are over, it stops.",
                    Reading.FuseFirst => " Two bells in one epoch: the fuse is asked last.",
                    Reading.ValidationFirst => " Two bells in one epoch: loss and gradient are asked before validation.",
                    _ => " Two bells in one epoch: the loss is asked before the gradient.",
                };
        return want.Why == "running" && got.Epoch == 0
            ? " No bell rang: return the number of epochs that there are."
            : "";
    }

    private static (int Epoch, string Why) Expected(Run run, Reading reading)
    {
        double best = double.PositiveInfinity;
        int waited = 0;
        for (int e = 0; e < run.Losses.Length; e++)
        {
            double now = run.Validation[e];
            bool isBetter = now < best || (reading == Reading.EqualIsBetter && now == best);
            if (isBetter)
                waited = reading == Reading.NeverResets ? waited : 0;
            else
                waited++;
            if (isBetter || reading == Reading.ComparesWithThePrevious)
                best = now;
            bool isSmall = run.Losses[e] < run.SmallLoss
                || (reading == Reading.LossEqualRings && run.Losses[e] == run.SmallLoss);
            bool isFlat = run.Norms[e] < run.SmallNorm
                || (reading == Reading.LossEqualRings && run.Norms[e] == run.SmallNorm);
            bool isTired = waited >= run.Patience + (reading == Reading.OneMore ? 1 : 0);
            bool isOver = e + 1 >= run.Most + (reading == Reading.FuseOneLate ? 1 : 0);
            (bool Rings, string Why)[] bells =
                [(isSmall, "loss"), (isFlat, "gradient"), (isTired, "validation"), (isOver, "epochs")];
            int[] order = reading switch
            {
                Reading.FuseFirst => [3, 0, 1, 2],
                Reading.ValidationFirst => [2, 0, 1, 3],
                Reading.GradientFirst => [1, 0, 2, 3],
                _ => [0, 1, 2, 3],
            };
            if (order.Where(bell => bells[bell].Rings).Select(bell => bells[bell].Why).FirstOrDefault() is { } why)
                return (e + 1, why);
        }
        return (run.Losses.Length, "running");
    }

    private static Run Quiet(double[] validation, int patience, int most)
    {
        double[] high = [.. validation.Select(_ => 9.0)];
        return new(high, high, validation, 1, 1, patience, most);
    }

    private static double[] Curve(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(e => Math.Max(1, 8 - (e / 2)) + (double)random.Next(0, 3))];

    private static double Pick(Random random) => Numbers.Pick(random, 1.5, 6);

    private static string Short(double[] values) =>
        values.All(value => value == values[0]) ? $"all {Numbers.Text(values[0])}" : Numbers.Text(values);
}
