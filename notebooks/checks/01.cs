using Gates = System.Func<double[][]>;
using Match = System.Func<string[]>;
using Neuron = System.Func<double[], double[], double, int>;

namespace Backprop.Checks;

/// <summary>Lesson 1: a threshold neuron, three gates by hand, architectures for tasks. 15 of 20 points; 5 are written.</summary>
public sealed class L01 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L01.a", "A neuron for any number of inputs")
        {
            Signature = "int Step(double[] x, double[] w, double theta)",
            Parts =
            [
                new Part<Neuron>("two inputs", 2, L01Step.TwoInputs),
                new Part<Neuron>("exactly at the threshold", 1, L01Step.AtTheThreshold, "two inputs"),
                new Part<Neuron>("any number of inputs", 1, L01Step.AnyNumber, "two inputs"),
                new Part<Neuron>("the arrays stay as they are", 1, L01Step.Untouched, "two inputs"),
            ],
            Hints =
            [
                "Section 1 has the neuron for two inputs in one line. Which part of that line has to become a loop?",
                "Build the whole sum first; compare once, at the very end.",
                "Start a sum at 0. For each index add weight times input. After the loop give back 1 if the sum is greater "
                + "than theta, and 0 if it is not.",
            ],
        },
        new("L01.b", "Three neurons by hand")
        {
            Signature = "double[][] Gates()",
            Parts =
            [
                new Part<Gates>("OR", 1, (gates, random) => L01Gates.Fault(gates, 0)),
                new Part<Gates>("NAND", 2, (gates, random) => L01Gates.Fault(gates, 1)),
                new Part<Gates>("at least two of three", 2, (gates, random) => L01Gates.Fault(gates, 2)),
            ],
            Hints =
            [
                "Write the sum of each case beside its wanted answer. Where would a bar between the two kinds have to be?",
                "NAND fires when nothing is on, so its threshold must lie below 0; and each input has to work against firing.",
                "With equal weights only the number of ones counts. OR: a bar between 0 and 1 ones. Two of three: between 1 "
                + "and 2. NAND is AND with all signs turned round, the threshold's too.",
            ],
        },
        new("L01.c", "Which architecture?")
        {
            Signature = "string[] Match()",
            Parts =
            [
                new Part<Match>("one input, one answer (tasks 1 and 2)", 1, (match, random) => L01Match.Fault(match, 0, 1)),
                new Part<Match>("one value after the other (tasks 3 and 4)", 2,
                    (match, random) => L01Match.Fault(match, 2, 3)),
                new Part<Match>("no labels (tasks 5 and 6)", 2, (match, random) => L01Match.Fault(match, 4, 5)),
            ],
            Hints =
            [
                "The table in section 10 has a column \"good for\". Begin with the tasks that only one row fits.",
                "Three questions sort the tasks: does an order in time matter? Is there a picture? Are there right answers to "
                + "learn from?",
                "A picture that goes in and a picture that comes out are different jobs. Of the two tasks with an order, one is "
                + "short and must be small, the other is long and has to remember.",
            ],
        },
    ];
}

/// <summary>L01.a: the threshold neuron. Its answer is 0 or 1, so mistakes are told apart by many cases at once.</summary>
internal static class L01Step
{
    private sealed record Case(double[] X, double[] W, double Theta);

    private sealed record Mistake(Func<Case, bool> Fires, string Cause);

    private static readonly Mistake[] Mistakes =
    [
        new(_ => false, "Yours is 0 in every case. Where does the 1 come from?"),
        new(_ => true, "Yours is 1 in every case. Where does the 0 come from?"),
        new(c => Sum(c) < c.Theta, "Yours fires when the sum is below theta: the comparison is turned round."),
        new(c => c.X.Sum() > c.Theta, "That is the sum of the inputs alone; each one is first multiplied by its weight."),
        new(c => c.W.Sum() > c.Theta, "That is the sum of the weights alone; each one is first multiplied by its input."),
        new(c => Sum(c) + c.Theta > 0, "You add theta to the sum. It is the bar that the sum has to exceed."),
        new(c => Sum(c) > 0, "You compare with 0. The bar is theta."),
        new(c => Products(c).Any(p => p > c.Theta),
            "You compare each product with theta. Add them all up first, and compare once."),
        new(c => Products(c)[0] > c.Theta, "You decide after the first input. Build the whole sum first."),
        new(c => Products(c)[^1] > c.Theta,
            "Only the last input counts: the sum starts anew in each pass. Use += in place of =."),
        new(c => c.X.Aggregate(1.0, (a, b) => a * b) > c.Theta, "You multiply the inputs. The neuron adds weight times input."),
    ];

    public static string? TwoInputs(Neuron step, Random random) =>
        Fault(step, [new([1, 1], [1, 1], 1.5), new([0, 0], [1, 1], -0.5), .. Cases(random, 60, 2, 2)]);

    public static string? AnyNumber(Neuron step, Random random) => Fault(step, Cases(random, 80, 1, 7));

    public static string? AtTheThreshold(Neuron step, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            // Whole numbers, so that the sum meets theta exactly.
            double[] x = [random.Next(-4, 5), random.Next(1, 5)], w = [random.Next(1, 5), random.Next(-4, 5)];
            var tie = new Case(x, w, Sum(new Case(x, w, 0)));
            if (step([.. x], [.. w], tie.Theta) != 0)
                return $"{Call(tie)}: the sum is exactly {Numbers.Text(tie.Theta)}. It does not exceed theta, so the answer is "
                    + "0. Is it > or >= in your comparison?";
        }
        return null;
    }

    public static string? Untouched(Neuron step, Random random)
    {
        double[] x = Numbers.Pick(random, 4, -3, 3), w = Numbers.Pick(random, 4, -3, 3);
        double[] xBefore = [.. x], wBefore = [.. w];
        step(x, w, 0.5);
        return x.SequenceEqual(xBefore) && w.SequenceEqual(wBefore)
            ? null
            : "an array has other numbers after the call than before. Keep the products in variables of your own.";
    }

    private static string? Fault(Neuron step, Case[] cases)
    {
        int[] got = [.. cases.Select(c => step([.. c.X], [.. c.W], c.Theta))];
        int[] want = [.. cases.Select(c => Sum(c) > c.Theta ? 1 : 0)];
        if (got.SequenceEqual(want))
            return null;
        Case[] missed = [.. cases.Where((_, i) => got[i] != want[i])];
        Case shown = missed.MinBy(c => c.X.Length)!;
        int at = Array.IndexOf(cases, shown);
        string cause = got[at] is not (0 or 1)
            ? "The answer of a neuron is 0 or 1."
            : Mistakes.FirstOrDefault(m => cases.Zip(got).All(p => m.Fires(p.First) == (p.Second == 1)))?.Cause ?? "";
        return $"{Call(shown)} should be {want[at]}, yours is {got[at]}. (The sum is {Numbers.Text(Sum(shown))}.) {cause}".Trim();
    }

    private static Case[] Cases(Random random, int count, int fewest, int most)
    {
        var cases = new List<Case>();
        while (cases.Count < count)
        {
            int inputs = random.Next(fewest, most + 1);
            var one = new Case([.. Numbers.Pick(random, inputs, -3, 3).Select(v => Math.Round(v, 1))],
                [.. Numbers.Pick(random, inputs, -3, 3).Select(v => Math.Round(v, 1))],
                Math.Round(Numbers.Pick(random, -3, 3), 1));
            // Stay away from the bar: rounding must not decide.
            if (Math.Abs(Sum(one) - one.Theta) > 0.05)
                cases.Add(one);
        }
        return [.. cases];
    }

    private static double[] Products(Case c) => [.. c.X.Zip(c.W, (x, w) => x * w)];

    private static double Sum(Case c) => Products(c).Sum();

    private static string Call(Case c) =>
        $"Step({Numbers.Text(c.X)}, {Numbers.Text(c.W)}, {Numbers.Text(c.Theta)})";
}
