using static Backprop.Checks.Numbers;
using Gates = System.Func<double[][]>;
using Match = System.Func<string[]>;

namespace Backprop.Checks;

/// <summary>L01.b: weights and thresholds for OR, NAND and two of three. Any answer with some distance is right.</summary>
internal static class L01Gates
{
    private const double Distance = 0.1;
    private const double Tiny = 1e-9;

    private sealed record Gate(string Name, int Inputs, Func<int, bool> Fires);

    // Each of these questions depends only on how many inputs are on.
    private static readonly Gate[] Wanted =
    [
        new("OR", 2, ones => ones >= 1), new("NAND", 2, ones => ones < 2), new("two of three", 3, ones => ones >= 2),
    ];

    public static string? Fault(Gates gates, int index)
    {
        Gate gate = Wanted[index];
        double[][]? rows = gates();
        if (rows is null || rows.Length != Wanted.Length)
            return $"{(rows is null ? "nothing" : $"{rows.Length} rows")} came back; there should be 3, one for each neuron.";
        double[]? row = rows[index];
        if (row is null || row.Length != gate.Inputs + 1)
            return $"row {index} has {row?.Length ?? 0} numbers; {gate.Name} needs {gate.Inputs} weights and a threshold, "
                + $"{gate.Inputs + 1} numbers in all.";
        if (!row.All(double.IsFinite))
            return $"row {index} is {Text(row)}: all of them have to be ordinary numbers.";
        return Inputs(gate.Inputs).Select(x => CaseFault(gate, row, x)).FirstOrDefault(fault => fault is not null) is { } found
            ? $"{gate.Name} with {Text(row)}: {found}{Cause(gate, row)}"
            : null;
    }

    private static string? CaseFault(Gate gate, double[] row, int[] x)
    {
        double sum = Sum(row, x), theta = row[^1];
        bool should = gate.Fires(x.Sum());
        string place = $"for ({string.Join(", ", x)}) the sum is {Text(sum)}, the threshold {Text(theta)}";
        if (sum > theta != should)
            return $"{place}, so it {(should ? "stays silent and should fire" : "fires and should stay silent")}.";
        return Math.Abs(sum - theta) < Distance - Tiny ? $"{place}: right, but closer than 0.1. Move the threshold." : null;
    }

    private static string Cause(Gate gate, double[] row)
    {
        double[] turned = [.. row[..^1], -row[^1]];
        if (Solves(gate, row))
            return "";
        if (row[..^1].All(w => w == 0))
            return " All its weights are 0, so it cannot see its inputs.";
        if (Solves(gate, turned))
            return $" With the threshold {Text(turned[^1])} it would work: you wrote a bias. The sum is compared with the "
                + "threshold; nothing is added.";
        if (Solves(gate with { Fires = ones => !gate.Fires(ones) }, row))
            return " It is right in no case: it answers the opposite question.";
        if (Solves(gate with { Fires = ones => ones == gate.Inputs }, row))
            return " It fires only when all inputs are 1: that is AND.";
        if (Solves(gate with { Fires = ones => ones == 0 }, row))
            return " It fires only when nothing is on: that is NOR, \"neither\".";
        if (Solves(gate with { Fires = ones => ones >= 1 }, row))
            return " It fires as soon as one input is 1: that is OR.";
        if (gate.Name == "NAND" && row[..^1].All(w => w > 0))
            return " Both weights are positive, so each input pushes towards firing. In NAND it has to push the other way.";
        return "";
    }

    private static bool Solves(Gate gate, double[] row) =>
        Inputs(gate.Inputs).All(x => Sum(row, x) > row[^1] == gate.Fires(x.Sum()));

    private static double Sum(double[] row, int[] x) => x.Select((v, i) => v * row[i]).Sum();

    private static IEnumerable<int[]> Inputs(int count) =>
        Enumerable.Range(0, 1 << count).Select(code => Enumerable.Range(0, count).Select(i => code >> i & 1).ToArray())
            .OrderBy(x => x.Sum());
}

/// <summary>L01.c: six tasks, six architectures. A wrong choice hears why it does not fit, not what does.</summary>
internal static class L01Match
{
    private static readonly string[] Names = ["FNN", "CNN", "RNN", "LSTM", "AE", "GAN"];
    private static readonly string[] Tasks = ["the rent", "the bicycle", "the thermometer", "the review", "the machine", "the portraits"];

    // What each task has that decides, said so that no name is given away.
    private static readonly string[] Needs =
    [
        "three numbers in a fixed row, no order in time, no picture, and known rents to learn from",
        "a picture goes in, and the bicycle may be anywhere in it",
        "values arrive one after the other, only a few of the last ones matter, and the chip is tiny",
        "words arrive one after the other, and the first of 400 must not be forgotten",
        "nobody says what is right; the readings themselves are all there is, and the odd ones are wanted",
        "pictures are to come out, new ones, and there is no right answer to compare with",
    ];

    private static readonly string[] Offers =
    [
        "an FNN takes a fixed row of numbers to an answer that is known in the examples",
        "a CNN looks for small patterns everywhere in a picture that goes in",
        "an RNN carries a state along a sequence, and what is long ago fades",
        "an LSTM protects its memory over long sequences, with four times the numbers of an RNN",
        "an autoencoder rebuilds its input, and what it rebuilds badly is unusual",
        "a GAN makes new things that look like the examples",
    ];

    public static string? Fault(Match match, int first, int second)
    {
        string[]? names = match();
        if (names is null || names.Length != Names.Length)
            return $"{names?.Length ?? 0} names came back; there should be 6, one for each task.";
        string?[] clean = [.. names.Select(name => name?.Trim().ToUpperInvariant())];
        if (clean.FirstOrDefault(name => !Names.Contains(name)) is { } stranger)
            return $"\"{stranger}\" is none of the six names: {string.Join(", ", Names)}.";
        if (clean.Any(name => name is null))
            return "a name is missing (null).";
        foreach (int task in (int[])[first, second])
        {
            int chosen = Array.IndexOf(Names, clean[task]);
            if (chosen != task)
                return $"task {task + 1}, {Tasks[task]}, with {Names[chosen]}: {Offers[chosen]}. But here {Needs[task]}."
                    + (clean.Count(name => name == clean[task]) > 1 ? " (And each name is used once.)" : "");
        }
        return null;
    }
}
