using static Backprop.Checks.Numbers;
using FirstBits = System.Func<double[][], int[], double[][], int[]>;
using LstmStep = System.Func<double, double, double, double[], double[], double[], double, double,
    (double H, double C, double DX, double DH, double DC)>;

namespace Backprop.Checks;

/// <summary>L17.b: one step of an LSTM, forward by the formulas and back by nudging.</summary>
internal static class L17Lstm
{
    private static readonly Cell Example = new(1, 0.2, 0.3, [0.4, -0.1, 0.5, 0.1], [0.5, 0.5, 0.5, 0.5], [0, 1, 0, 0]);

    public static string? Memory(LstmStep step, Random random)
    {
        foreach (Cell cell in Cells(random))
        {
            double got = cell.Ask(step).C, want = cell.Forward().C;
            if (!Near(got, want))
                return $"{cell}: C should be {Text(want)}, yours is {Text(got)}.{CauseOfMemory(got, cell)}";
        }
        double[] wx = [1, 2, 3, 4], wh = [1, 2, 3, 4], b = [1, 2, 3, 4];
        step(1, 0.1, 0.1, wx, wh, b, 1, 1);
        return wx.Concat(wh).Concat(b).SequenceEqual((double[])[1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4])
            ? null
            : "an array has other numbers after the call than before. Keep your results in variables of your own.";
    }

    public static string? Output(LstmStep step, Random random)
    {
        foreach (Cell cell in Cells(random))
        {
            double got = cell.Ask(step).H;
            var (want, memory) = cell.Forward();
            if (Near(got, want))
                continue;
            double shown = cell.Gates()[3];
            string cause = got switch
            {
                _ when Near(got, shown * memory) => " The new memory goes through tanh before it is shown.",
                _ when Near(got, Math.Tanh(memory)) => " The output gate is missing.",
                _ when Near(got, shown * Math.Tanh(cell.C)) => " That shows the old memory; show the new one.",
                _ when Near(got, shown) => " That is the output gate alone.",
                _ => " It is o times tanh of the new c.",
            };
            return $"{cell}: H should be {Text(want)}, yours is {Text(got)}.{cause}";
        }
        return null;
    }

    public static string? BackToMemory(LstmStep step, Random random)
    {
        foreach (Cell cell in Cells(random))
            foreach (var (slopeH, slopeC) in ((double, double)[])[(0, 1), (1, 0), (0.7, -1.3)])
            {
                double got = cell.Ask(step, slopeH, slopeC).DC;
                double want = Nudge(c => (cell with { C = c }).Loss(slopeH, slopeC), cell.C);
                if (Near(got, want))
                    continue;
                double[] gates = cell.Gates();
                double tanh = Math.Tanh(cell.Forward().C), viaH = slopeH * gates[3] * (1 - (tanh * tanh));
                string cause = got switch
                {
                    _ when slopeH != 0 && Near(got, slopeC * gates[1]) =>
                        " slopeH arrives at the new c as well, through the tanh and the output gate.",
                    _ when slopeC != 0 && Near(got, viaH * gates[1]) => " slopeC is missing: it arrives at the new c too.",
                    _ when Near(got, slopeC + viaH) => " That is what arrives at the new c. The old c was multiplied by f.",
                    _ when Near(got, (slopeC + (slopeH * gates[3])) * gates[1]) =>
                        " The slope of the tanh around the new c is missing: 1 - tanh squared.",
                    _ => " The old c has one way to the new one: a product with f.",
                };
                return $"{cell}, slopeH = {Text(slopeH)}, slopeC = {Text(slopeC)}: nudging gives DC = "
                    + $"{Text(Math.Round(want, 5))}, yours is {Text(got)}.{cause}";
            }
        return null;
    }

    public static string? BackToInputs(LstmStep step, Random random)
    {
        foreach (Cell cell in Cells(random))
            foreach (var (slopeH, slopeC) in ((double, double)[])[(0, 1), (1, 0), (0.7, -1.3)])
            {
                var got = cell.Ask(step, slopeH, slopeC);
                double dx = Nudge(x => (cell with { X = x }).Loss(slopeH, slopeC), cell.X);
                double dh = Nudge(h => (cell with { H = h }).Loss(slopeH, slopeC), cell.H);
                if (Near(got.DX, dx) && Near(got.DH, dh))
                    continue;
                string name = Near(got.DX, dx) ? "DH" : "DX";
                double have = name == "DX" ? got.DX : got.DH, want = name == "DX" ? dx : dh;
                return $"{cell}, slopeH = {Text(slopeH)}, slopeC = {Text(slopeC)}: nudging gives {name} = "
                    + $"{Text(Math.Round(want, 5))}, yours is {Text(have)}."
                    + CauseOfInputs(have, want, cell.Parts(slopeH, slopeC, name == "DX"), got, dx, dh);
            }
        return null;
    }

    private static string CauseOfInputs(
        double have,
        double want,
        double[] parts,
        (double H, double C, double DX, double DH, double DC) got,
        double dx,
        double dh)
    {
        string[] names = ["input gate i", "forget gate f", "candidate g", "output gate o"];
        int missing = Array.FindIndex(parts, part => Math.Abs(part) > 1e-4 && Near(have, want - part));
        if (have == 0)
            return " It is 0, but x and h move all four sums.";
        if (missing >= 0)
            return $" The way through the {names[missing]} is missing.";
        if (Near(got.DX, dh) && Near(got.DH, dx))
            return " DX and DH are swapped: x goes with wx, h with wh.";
        return Near(have, -want)
            ? " The sign is turned round."
            : " It is a sum over four ways, each through its own gate: slope of the gate, its own derivative, its weight.";
    }

    private static string CauseOfMemory(double got, Cell cell)
    {
        double[] gates = cell.Gates(), sums = cell.Sums();
        double Sigma(double z) => 1 / (1 + Math.Exp(-z));
        double[] order = [Sigma(sums[1]), Sigma(sums[0]), gates[2]];
        return got switch
        {
            _ when Near(got, (gates[1] * cell.C) + (gates[0] * Sigma(sums[2]))) =>
                " The candidate g has a tanh, not a sigmoid: it may be negative.",
            _ when Near(got, (order[1] * cell.C) + (order[0] * order[2])) =>
                " The gates i and f are swapped. The order in the arrays is i, f, g, o.",
            _ when Near(got, gates[1] * cell.C) => " Nothing is written: i times g is missing.",
            _ when Near(got, gates[0] * gates[2]) => " The old memory is missing: f times c.",
            _ when Near(got, cell.C + (gates[0] * gates[2])) => " The forget gate is missing: nothing is forgotten.",
            _ when Near(got, Math.Tanh((gates[1] * cell.C) + (gates[0] * gates[2]))) =>
                " The memory itself has no tanh; only what is shown has.",
            _ when Near(got, (cell with { B = [0, 0, 0, 0] }).Forward().C) => " The biases are missing.",
            _ when Near(got, cell.C) => " That is the old memory.",
            _ when Near(got, cell.Forward().H) => " That is the new output: H and C are swapped.",
            _ => " It is f times the old c plus i times g.",
        };
    }

    private static Cell[] Cells(Random random) =>
        [Example, .. Enumerable.Range(0, 4).Select(_ => Cell.Draw(random))];

    /// <summary>A cell of one unit and the state that it is in.</summary>
    private sealed record Cell(double X, double H, double C, double[] Wx, double[] Wh, double[] B)
    {
        public static Cell Draw(Random random) =>
            new(
                Pick(random, 0.5, 1.5), Pick(random, -0.6, -0.2), Pick(random, 0.6, 1.5),
                Pick(random, 4, 0.3, 1.2), Pick(random, 4, -1, -0.3), Pick(random, 4, 0.1, 0.6));

        public double[] Sums() => [.. Enumerable.Range(0, 4).Select(k => (Wx[k] * X) + (Wh[k] * H) + B[k])];

        public double[] Gates() =>
            [.. Sums().Select((z, k) => k == 2 ? Math.Tanh(z) : 1 / (1 + Math.Exp(-z)))];

        public (double H, double C) Forward()
        {
            double[] gates = Gates();
            double memory = (gates[1] * C) + (gates[0] * gates[2]);
            return (gates[3] * Math.Tanh(memory), memory);
        }

        public double Loss(double slopeH, double slopeC)
        {
            var (h, c) = Forward();
            return (slopeH * h) + (slopeC * c);
        }

        /// <summary>What each of the four gates adds to the slope for x or for h.</summary>
        public double[] Parts(double slopeH, double slopeC, bool forX)
        {
            double[] gates = Gates(), sums = Sums();
            double LossAt(double[] z) => new Cell(0, 0, C, Wx, Wh, z).Loss(slopeH, slopeC);
            return
            [
                .. gates.Select((_, k) => (forX ? Wx : Wh)[k]
                    * Nudge(v => LossAt([.. sums.Take(k), v, .. sums.Skip(k + 1)]), sums[k])),
            ];
        }

        public (double H, double C, double DX, double DH, double DC) Ask(
            LstmStep step, double slopeH = 1, double slopeC = 1) =>
            step(X, H, C, [.. Wx], [.. Wh], [.. B], slopeH, slopeC);

        public override string ToString() =>
            $"x = {Text(X)}, h = {Text(H)}, c = {Text(C)}, wx {Text(Wx)}, wh {Text(Wh)}, b {Text(B)}";
    }
}

/// <summary>L17.c: a network that has to carry one bit through noise.</summary>
internal static class L17Bits
{
    public static string? Short(FirstBits answer, Random random) => Fault(answer, random, 300, 10, 90, turned: true);

    public static string? Long(FirstBits answer, Random random) => Fault(answer, random, 600, 50, 98, turned: false);

    private static string? Fault(FirstBits answer, Random random, int count, int steps, double asked, bool turned)
    {
        var (sequences, labels) = Draw(random, count, steps, turned);
        var (unknown, truth) = Draw(random, 200, steps, turned);
        double[] before = [.. sequences.Concat(unknown).SelectMany(s => s)];
        int[] labelsBefore = [.. labels];
        int[] got = answer(sequences, labels, unknown);
        if (got is null || got.Length != unknown.Length)
            return $"{unknown.Length} unknown sequences, {got?.Length ?? 0} answers: return one label for each, in their order.";
        if (!before.SequenceEqual(sequences.Concat(unknown).SelectMany(s => s)) || !labels.SequenceEqual(labelsBefore))
            return "an array has other numbers after the call than before. Leave sequences and labels as they are.";
        if (got.FirstOrDefault(v => v is not (0 or 1)) is var strange && strange != 0)
            return $"an answer is {strange}; labels are 0 or 1.";
        double share = 100.0 * got.Zip(truth, (g, t) => g == t ? 1 : 0).Sum() / truth.Length;
        if (share >= asked)
            return null;
        string what = $"{count} sequences of {steps} steps{(turned ? ", labels turned round" : "")}: {Text(share)} of 100 new "
            + $"ones are right, {Text(asked)} are asked for.";
        if (Array.TrueForAll(got, v => v == got[0]))
            return $"{what} All your answers are {got[0]}. Is the network trained? Print the loss of each epoch.";
        if (share < 10)
            return $"{what} You give the other label nearly every time. Here -1 has the label 1: labels decide, not the bit.";
        return share < 65
            ? $"{what} That is guessing: nothing of the first bit has arrived. Are the forget gates open at the start?"
            : $"{what} Part of it has arrived. Train longer, and clip.";
    }

    private static (double[][] Sequences, int[] Labels) Draw(Random random, int count, int steps, bool turned)
    {
        double[][] sequences =
        [
            .. Enumerable.Range(0, count).Select(_ =>
                Enumerable.Range(0, steps).Select(_ => (double)((2 * random.Next(2)) - 1)).ToArray()),
        ];
        return (sequences, [.. sequences.Select(s => (s[0] > 0) == turned ? 0 : 1)]);
    }
}
