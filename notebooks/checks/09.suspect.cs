using static Backprop.Checks.Numbers;
using Play = System.Func<double[], double[], double[], double[], double[], int>;

namespace Backprop.Checks;

/// <summary>L09.d: does it find the one wrong slope, and is it silent where nothing is wrong?</summary>
/// <remarks>Play (line, square, wave, w, claimed) stands on the learner's side: it makes the loss from its coefficients.</remarks>
internal static class L09Suspect
{
    public static string? One(Play play, Random random)
    {
        if (Ask(play, new([0, 3], [1, 0]), [2, 5], [4, 1], 1, "w0 squared + 3 w1") is { } first)
            return first;
        for (int trial = 0; trial < 8; trial++)
        {
            var (loss, w, right) = Bumpy(random, 4);
            int at = (trial + random.Next(2)) % 4;
            double[] claimed = [.. right];
            claimed[at] = (trial % 3) switch { 0 => -right[at], 1 => 0, _ => right[at] * 1.2 };
            if (Ask(play, loss, w, claimed, at, "a loss of four weights") is { } fault)
                return fault;
        }
        return null;
    }

    public static string? Nothing(Play play, Random random)
    {
        for (int trial = 0; trial < 4; trial++)
        {
            var (loss, w, right) = Bumpy(random, 5);
            if (Ask(play, loss, w, right, -1, "a loss of five weights") is { } fault)
                return fault;
        }
        string? atBottom = Ask(play, new([0, 1], [1000, 0]), [0, 1], [0, 1], -1, "1000 w0 squared + w1 at w0 = 0");
        return atBottom is null
            ? null
            : atBottom + " At the bottom of a valley a nudge to one side only sees a slope that is not there: nudge to both.";
    }

    public static string? Sizes(Play play, Random random)
    {
        double k = Pick(random, 2, 6);
        if (Ask(play, new([k * 10000, k * 20000], [0, 0]), [1, 2], [(k * 10000) + 0.3, k * 20000], -1, "steep") is { } steep)
            return steep + " The claim is off by 0.3 of many thousand. Compare with the size of the slopes.";
        if (Ask(play, new([k * 1e-4, k * 2e-4], [0, 0]), [1, 2], [k * 1e-4, k * 1.4e-4], 1, "flat") is { } flat)
            return flat + " Both are tiny, but the claim is 30 % too small. Divide by the size of the slopes.";
        return Ask(play, new([100, 0.1], [0, 0]), [1, 2], [101, 0.15], 1, "100 w0 + 0.1 w1") is { } mixed
            ? mixed + " Slope 0 is off by 1 %, slope 1 by half: the largest share counts, not the first and not the largest "
                + "difference."
            : null;
    }

    public static string? Untouched(Play play, Random random)
    {
        var (loss, w, right) = Bumpy(random, 6);
        double[] before = [.. w], claimedBefore = [.. right];
        play(loss.Line, loss.Square, loss.Wave, w, right);
        if (!right.SequenceEqual(claimedBefore))
            return "the claimed slopes are others after the call.";
        int at = Enumerable.Range(0, w.Length).FirstOrDefault(i => w[i] != before[i], -1);
        if (at < 0)
            return null;
        return Math.Abs(w[at] - before[at]) < 1e-9
            ? $"w[{at}] is off in its last digits after the call: adding and subtracting 1e-5 does not lead back to the "
                + "same number. Keep the old one and put it back, or work on a copy."
            : $"w[{at}] was {Text(before[at])} and is {Text(w[at])} after the call. Put the old number back, or work on a copy.";
    }

    private static string? Ask(Play play, Loss loss, double[] w, double[] claimed, int want, string name)
    {
        int got = play(loss.Line, loss.Square, loss.Wave, [.. w], [.. claimed]);
        if (got == want)
            return null;
        string nudged = Text(Nudge(loss.At, w, 1e-5));
        string should = want < 0 ? "all agree (-1)" : $"index {want} disagrees most";
        return $"{name}: claimed {Text(claimed)}, nudged {nudged}: {should}, you return {got}.";
    }

    // Slopes of both signs, none near 0, some curvature.
    private static (Loss Loss, double[] W, double[] Slopes) Bumpy(Random random, int count)
    {
        double[] scale = [.. Enumerable.Range(0, count).Select(i => Pick(random, 0.5, 2) * (i % 2 == 0 ? 1 : -1))];
        double[] w = [.. Enumerable.Range(0, count).Select(_ => Pick(random, 0.2, 1) + 0.123456789)];
        double[] slopes = [.. scale.Select((s, i) => s * ((2 * w[i]) + Math.Cos(w[i])))];
        return (new(new double[count], scale, scale), w, slopes);
    }

    // The sum of line[i] v + square[i] v squared + wave[i] sin v, where v is w[i]; without waves where none are given.
    private sealed record Loss(double[] Line, double[] Square, double[] Wave)
    {
        public Loss(double[] line, double[] square)
            : this(line, square, new double[line.Length])
        {
        }

        public double At(double[] w) =>
            w.Select((v, i) => (Line[i] * v) + (Square[i] * v * v) + (Wave[i] * Math.Sin(v))).Sum();
    }
}
