using static Backprop.Checks.Numbers;
using Start = System.Func<int, int, int, (double[][] He, double[][] Xavier)>;

namespace Backprop.Checks;

/// <summary>L14.b: first weights, measured on tables that are large enough.</summary>
internal static class L14Start
{
    private const int Inputs = 300;
    private const int Outputs = 120;

    // 36,000 numbers: their deviation is off by 0.4 % on average.
    private const double Slack = 0.025;

    public static string? Shape(Start start, Random random)
    {
        foreach (var (inputs, outputs) in new[] { (3, 2), (random.Next(2, 6), random.Next(7, 10)) })
            foreach (var (name, table) in Tables(start, inputs, outputs, random.Next(1000)))
            {
                if (table is null || table.Length == 0 || table.Any(row => row is null))
                    return $"{name}({inputs}, {outputs}, …) returns nothing: {outputs} rows are asked for.";
                if (table.Length == outputs && table.All(row => row.Length == inputs))
                    continue;
                string cause = table.Length == inputs && table.All(row => row.Length == outputs)
                    ? " The table lies on its side: one row for each output."
                    : "";
                return $"{name}({inputs}, {outputs}, …) should have {outputs} rows of {inputs} numbers, yours has "
                    + $"{table.Length} rows, the first of {table[0].Length}.{cause}";
            }
        return null;
    }

    public static string? Curve(Start start, Random random)
    {
        foreach (var (name, table) in Tables(start, Inputs, Outputs, random.Next(1000)))
        {
            double[] all = [.. table.SelectMany(row => row)];
            double mean = all.Average(), variance = all.Average(w => (w - mean) * (w - mean));
            if (variance > 1e-20 && Near(table[0], table[1], 1e-12))
                return $"{name}: two rows are equal. Make one Random before the loop, and not one in each row.";
            if (!double.IsFinite(variance))
                return $"{name}: there are numbers that are not finite.";
            if (variance < 1e-20)
                return $"{name}: all weights are {Text(all[0])}. Equal weights make equal units; draw each one.";
            if (Math.Abs(mean) > 6 * Math.Sqrt(variance / all.Length))
                return $"{name}: the mean of {Text((long)all.Length)} weights is {Text(mean)}, it should be near 0. As many are "
                    + "negative as positive.";
            // 3 for the bell curve, 1.8 for even numbers, 1 for two values.
            double peak = all.Average(w => Math.Pow(w - mean, 4)) / (variance * variance);
            if (Math.Abs(peak - 3) > 0.3)
            {
                string cause = Math.Abs(peak - 1.8) < 0.1
                    ? " These numbers are spread evenly, as NextDouble makes them."
                    : "";
                return $"{name}: the weights do not follow a bell curve.{cause} Multiply Bell(random) by the deviation, and "
                    + "nothing else.";
            }
        }
        return null;
    }

    public static string? He(Start start, Random random) =>
        Deviation("HeInit", start(Inputs, Outputs, random.Next(1000)).He, Math.Sqrt(2.0 / Inputs));

    public static string? Xavier(Start start, Random random) =>
        Deviation("XavierInit", start(Inputs, Outputs, random.Next(1000)).Xavier, Math.Sqrt(2.0 / (Inputs + Outputs)));

    public static string? Repeats(Start start, Random random)
    {
        int seed = random.Next(1000);
        var first = Tables(start, 40, 5, seed);
        var again = Tables(start, 40, 5, seed);
        var other = Tables(start, 40, 5, seed + 1);
        for (int i = 0; i < first.Length; i++)
        {
            var (name, table) = first[i];
            if (!Near(table, again[i].Table))
                return $"{name}: the same seed gave two different tables. Make the Random from the seed.";
            if (Near(table, other[i].Table))
                return $"{name}: seeds {seed} and {seed + 1} gave the same table. Make the Random from the seed.";
        }
        return null;
    }

    private static string? Deviation(string name, double[][] table, double want)
    {
        double[] all = [.. table.SelectMany(row => row)];
        double mean = all.Average(), got = Math.Sqrt(all.Average(w => (w - mean) * (w - mean)));
        return Close(got, want)
            ? null
            : $"{name}({Inputs}, {Outputs}, …): the deviation should be near {Text(want)}, yours is {Text(got)}."
                + Cause(got, want);
    }

    private static string Cause(double got, double want) => got switch
    {
        _ when Close(got, want * want) => " That is the variance. The deviation is its root.",
        _ when Close(got, Math.Sqrt(want)) => " You took the root twice.",
        _ when Close(got, Math.Sqrt(2.0 / Outputs)) => " You counted the outputs. A unit adds up its inputs.",
        _ when Close(got, want / Math.Sqrt(2)) => " The 2 of the formula is missing.",
        _ when Close(got, 1) => " These are plain Bell numbers: multiply by the deviation.",
        _ when Close(got, Math.Sqrt(2.0 / (Inputs + Outputs))) => " That is Xavier's rule.",
        _ when Close(got, Math.Sqrt(2.0 / Inputs)) => " That is He's rule.",
        _ when Close(got, Math.Sqrt(6.0 / (Inputs + Outputs))) =>
            " The 6 belongs to weights that are spread evenly; for the bell curve it is 2.",
        _ => "",
    };

    private static bool Close(double got, double want) => Math.Abs(got - want) <= Slack * want;

    private static (string Name, double[][] Table)[] Tables(Start start, int inputs, int outputs, int seed)
    {
        var (he, xavier) = start(inputs, outputs, seed);
        return [("HeInit", he), ("XavierInit", xavier)];
    }
}
