using BestBeta = System.Func<double[], double[], double, double>;
using LookAhead = System.Func<double[], double[], double, double, int, double[]>;
using Moves = System.Func<string, double[], double, double, double[]>;
using Rate = System.Func<string, double, double, int, int, double[], double>;

namespace Backprop.Checks;

/// <summary>Lesson 12: schedules, momentum in two forms, Nesterov, and the right β. 20 points.</summary>
public sealed class L12 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L12.a", "Four schedules")
        {
            Signature = "double Rate(string kind, double start, double k, int n, int t, double[] losses)",
            Parts =
            [
                new Part<Rate>("exponential", 1, L12Schedules.Exponential),
                new Part<Rate>("inverse", 1, L12Schedules.Inverse),
                new Part<Rate>("step", 1, L12Schedules.Step),
                new Part<Rate>("plateau", 1, L12Schedules.Plateau),
            ],
            Hints =
            [
                "Three of the four are one line each, straight from the table of section 2. In which one does a whole number "
                + "of steps matter?",
                "For the step: in C#, t / every with two whole numbers is how often `every` fits into t. For the plateau: "
                + "remember the best loss and how long it has not been beaten.",
                "Plateau, for each loss: below the best, then it is the best and the count is 0; else the count grows by 1. "
                + "When the count reaches the patience, multiply the rate and set the count to 0.",
            ],
        },
        new("L12.b", "Both forms")
        {
            Signature = "double[] Moves(string form, double[] slopes, double rate, double beta)",
            Parts =
            [
                new Part<Moves>("the heavy ball", 2, L12Momentum.Ball),
                new Part<Moves>("the moving average", 2, L12Momentum.Average),
                new Part<Moves>("from α to η", 2, L12Momentum.Converter),
            ],
            Hints =
            [
                "Both functions carry one number from step to step. Which one, and what is it before the first step?",
                "The ball carries its move, with its sign. The average carries a mean of slopes, and the move is minus the "
                + "rate times it.",
                "For each slope: v becomes beta times v minus alpha times the slope, and v is the move. For the average: m "
                + "becomes beta times m plus (1 - beta) times the slope. For the rate compare the first moves of both.",
            ],
        },
        new("L12.c", "Look ahead")
        {
            Signature = "double[] LookAhead(double[] bend, double[] start, double rate, double beta, int steps)",
            Parts =
            [
                new Part<LookAhead>("no step, one step", 1, L12Nesterov.First),
                new Part<LookAhead>("the second step looks ahead", 2, L12Nesterov.Second, "no step, one step"),
                new Part<LookAhead>("many steps", 2, L12Nesterov.Many, "the second step looks ahead"),
                new Part<LookAhead>("the arrays stay as they are", 1, L12Nesterov.Untouched, "no step, one step"),
            ],
            Hints =
            [
                "The first step has no velocity yet, so it is plain descent. What changes in the second one?",
                "Keep one velocity per parameter. Before you compute a slope, find the place where the velocity alone would "
                + "carry you.",
                "For each parameter: the place ahead is w plus beta times v. The slope is bend times that place. The new v is "
                + "beta times the old v minus rate times the slope, and w moves by the new v.",
            ],
        },
        new("L12.d", "The right β")
        {
            Signature = "double BestBeta(double[] bend, double[] start, double rate)",
            Parts =
            [
                new Part<BestBeta>("the bowl of the lesson", 1, L12Beta.Bowl),
                new Part<BestBeta>("other bowls", 2, L12Beta.Others, "the bowl of the lesson")
                    { Patience = TimeSpan.FromSeconds(20) },
                new Part<BestBeta>("the arrays stay as they are", 1, L12Beta.Untouched, "other bowls"),
            ],
            Hints =
            [
                "Is there a formula for a given rate, or can the computer try?",
                "Write a function that counts the steps for one β. Section 6 has one for two parameters.",
                "Inside: w starts as a copy of start, v as zeros; count steps until the loss is below a millionth, and stop "
                + "at some thousand. Outside: try 0, 0.01 ... 0.99 and return the β with the smallest count.",
            ],
        },
    ];
}

/// <summary>L12.a: the rates of four schedules.</summary>
internal static class L12Schedules
{
    public static string? Exponential(Rate rate, Random random)
    {
        foreach (var (start, k, t) in Times(random))
        {
            double got = rate("exponential", start, k, 5, t, []), want = start * Math.Exp(-k * t);
            if (Close(got, want))
                continue;
            return Said("Exponential", start, k, t, got, want) + got switch
            {
                _ when Close(got, start * Math.Exp(k * t)) => " It grows: there is a minus in front of k.",
                _ when Close(got, start * Math.Exp(-k)) => " The time is missing.",
                _ when Close(got, start * Math.Pow(1 - k, t)) =>
                    " You take k away from the rate t times. That is close, but the rule is exp(-k t).",
                _ when Close(got, Math.Exp(-k * t)) => " The start is missing.",
                _ when Close(got, start / (1 + (k * t))) => " That is the inverse decay.",
                _ => "",
            };
        }
        return null;
    }

    public static string? Inverse(Rate rate, Random random)
    {
        foreach (var (start, k, t) in Times(random))
        {
            double got = rate("inverse", start, k, 5, t, []), want = start / (1 + (k * t));
            if (Close(got, want))
                continue;
            return Said("Inverse", start, k, t, got, want) + got switch
            {
                _ when Close(got, (start / 1) + (k * t)) => " The division comes first in C#: put 1 + k t into brackets.",
                _ when Close(got, start / (k * t)) => " The 1 is missing below.",
                _ when Close(got, start / (1 + k)) => " The time does not take part.",
                _ when Close(got, start * Math.Exp(-k * t)) => " That is the exponential decay.",
                _ => "",
            };
        }
        return null;
    }

    public static string? Step(Rate rate, Random random)
    {
        (double Start, double Factor, int Every, int Time)[] cases =
        [
            (0.1, 0.5, 5, 10), (0.1, 0.5, 5, 4), (0.1, 0.5, 5, 5), (0.1, 0.5, 5, 13), (1, 0.1, 3, 8),
            (0.8, 0.3, random.Next(2, 7), random.Next(8, 30)),
        ];
        foreach (var (start, factor, every, t) in cases)
        {
            double got = rate("step", start, factor, every, t, []), want = start * Math.Pow(factor, t / every);
            if (Close(got, want))
                continue;
            string call = $"StepRate({Numbers.Text(start)}, {Numbers.Text(factor)}, {every}, {t})";
            return $"{call} should be {Numbers.Text(want)}, yours is {Numbers.Text(got)}." + got switch
            {
                _ when Close(got, start * Math.Pow(factor, (double)t / every)) =>
                    " Between the steps the rate stands still: t / every has to be a whole number.",
                _ when Close(got, start * Math.Pow(factor, (t / every) + 1)) => " That is one step too many.",
                _ when Close(got, start * Math.Pow(factor, t)) => " You multiply in every epoch.",
                _ when Close(got, start * factor) => " It falls once and never again.",
                _ when Close(got, start * factor * (t / every)) => " Multiply by the factor again and again: a power of it.",
                _ when Close(got, start * Math.Pow(1 - factor, t / every)) =>
                    " The factor is what is left of the rate, not what is taken away.",
                _ => "",
            };
        }
        return null;
    }

    public static string? Plateau(Rate rate, Random random)
    {
        // Each of these tells one mistake from all others, in this order.
        double[][] known =
            [[3, 4, 5], [3, 4, 5, 6, 7], [3, 4, 5, 6], [3, 4, 3.5, 4, 3.5], [3, 3, 3, 3, 3], [5, 6, 6, 4, 6]];
        foreach (double[] losses in known)
            if (PlateauFault(rate, losses, 3) is { } fault)
                return fault;
        double[] notes = [1.0, 0.6, 0.5, 0.52, 0.51, 0.5, 0.3, 0.29, 0.29, 0.3, 0.31, 0.3];
        foreach (double[] losses in Enumerable.Range(0, 5).Select(_ => Falling(random)).Prepend(notes))
            if ((PlateauFault(rate, losses, 3) ?? PlateauFault(rate, losses, 2)) is { } fault)
                return fault;
        return null;
    }

    private static string? PlateauFault(Rate rate, double[] losses, int patience)
    {
        double[] given = [.. losses];
        double got = rate("plateau", 0.1, 0.5, patience, 0, given), want = After(losses, patience);
        if (!losses.SequenceEqual(given))
            return "losses has other numbers after the call than before.";
        return Close(got, want)
            ? null
            : $"Plateau(0.1, 0.5, {patience}, {Numbers.Text(losses)}) should be {Numbers.Text(want)}, yours is "
                + $"{Numbers.Text(got)}.{CauseOfPlateau(got, losses, patience)}";
    }

    private static string CauseOfPlateau(double got, double[] losses, int patience) => got switch
    {
        _ when Close(got, After(losses, patience, previous: true)) => " You compare with the epoch before; compare with the best.",
        _ when Close(got, After(losses, patience, equal: true)) => " Equal to the best is not below it: that epoch counts.",
        _ when Close(got, After(losses, patience, keepsCount: true)) =>
            " After a drop the count starts again at 0; yours drops in each epoch that follows.",
        _ when Close(got, After(losses, patience + 1)) => " One epoch late: it drops when the count reaches the patience.",
        _ when Close(got, After(losses, patience - 1)) => " One epoch early: the first loss is a new best, with count 0.",
        _ when Close(got, After(losses, patience, neverResets: true)) => " A new best sets the count to 0.",
        0.1 => " It never drops.",
        _ => "",
    };

    private static double After(double[] losses, int patience, bool previous = false, bool equal = false,
        bool keepsCount = false, bool neverResets = false)
    {
        double rate = 0.1, best = double.PositiveInfinity;
        int waited = 0;
        foreach (double loss in losses)
        {
            bool better = loss < best || (equal && loss == best);
            waited = !better ? waited + 1 : neverResets ? waited : 0;
            if (better || previous)
                best = loss;
            if (waited >= patience && patience > 0)
                (rate, waited) = (rate * 0.5, keepsCount ? waited : 0);
        }
        return rate;
    }

    private static double[] Falling(Random random) =>
        [.. Enumerable.Range(0, 12).Select(e => Math.Max(2, 8 - (e / 2)) + (double)random.Next(0, 3))];

    private static IEnumerable<(double Start, double K, int Time)> Times(Random random) =>
        [(0.1, 0.01, 10), (1, 0.5, 3), (0.2, 0.1, 0), (Numbers.Pick(random, 0.2, 2), Numbers.Pick(random, 0.1, 0.9), random.Next(2, 9))];

    private static string Said(string name, double start, double k, int t, double got, double want) =>
        $"{name}({Numbers.Text(start)}, {Numbers.Text(k)}, {t}) should be {Numbers.Text(want)}, yours is {Numbers.Text(got)}.";

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Abs(b);
}
