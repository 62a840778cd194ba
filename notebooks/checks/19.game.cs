using static Backprop.Checks.Numbers;
using GanLosses = System.Func<double[], double[], double[]>;
using Turn = System.Func<double[], double[], double[], double[], double, double[]>;

namespace Backprop.Checks;

/// <summary>L19.a: three losses from logits.</summary>
internal static class L19Losses
{
    public static string? Discriminator(GanLosses losses, Random random)
    {
        for (int trial = 0; trial < 8; trial++)
        {
            var (real, made) = Logits(random, trial);
            if (Form(losses([.. real], [.. made])) is { } form)
                return form;
            double got = losses([.. real], [.. made])[0], want = Mean(real, -1) + Mean(made, 1);
            if (!Near(got, want))
                return $"{Call(real, made)}: the discriminator's loss should be {Text(want)}, yours is {Text(got)}.{Cause(got, want, real, made)}";
        }
        return null;
    }

    public static string? Generator(GanLosses losses, Random random)
    {
        for (int trial = 0; trial < 8; trial++)
        {
            var (real, made) = Logits(random, trial);
            if (Form(losses([.. real], [.. made])) is { } form)
                return form;
            double[] got = losses([.. real], [.. made])[1..], want = [-Mean(made, 1), Mean(made, -1)];
            if (Near(got, want))
                continue;
            string cause = got switch
            {
                _ when Near(got, [want[1], want[0]]) => " The two have changed places: the saturating one, ln(1 - D), comes first.",
                _ when Near(got, [-want[0], want[1]]) =>
                    " The first has its sign turned: ln(1 - D) is negative, and the generator makes it small by raising D.",
                _ when Near(got, [want[0], -want[1]]) => " The second has its sign turned: -ln D is positive.",
                _ when Near(got, [-Mean(real, 1), Mean(real, -1)]) => " You used the logits of real examples. The generator answers for made ones.",
                _ when Near(got, [want[0] * made.Length, want[1] * made.Length]) => " These are sums: take the mean over the made examples.",
                _ when Near(got[0], want[0]) => " The saturating one is right.",
                _ when Near(got[1], want[1]) => " The non-saturating one is right.",
                _ => "",
            };
            return $"{Call(real, made)}: the generator's losses should be {Text(want)}, yours are {Text(got)}.{cause}";
        }
        return null;
    }

    public static string? Sure(GanLosses losses, Random random)
    {
        foreach (double z in (double[])[40, 100, 800])
        {
            double[] real = [-z], made = [z], got = losses(real, made), want = [2 * z, -z, 0];
            if (real[0] != -z || made[0] != z)
                return "an array has other numbers after the call than before.";
            if (Form(got) is { } form)
                return form;
            if (got.Any(v => !double.IsFinite(v)))
            {
                return $"GanLosses([{Text(-z)}], [{Text(z)}]) should be {Text(want)}, yours is {Text(got)}: exp overflows, or the "
                    + "logarithm of 0 is taken. Use softplus of the logit.";
            }
            if (!Near(got, want, 1e-9))
                return $"GanLosses([{Text(-z)}], [{Text(z)}]) should be {Text(want)}, yours is {Text(got)}. Was something clipped?";
        }
        double[] sure = losses([800], [-800]);
        return Near(sure, [0, 0, 800], 1e-9)
            ? null
            : $"GanLosses([800], [-800]) should be [0, 0, 800], yours is {Text(sure)}.";
    }

    private static string? Form(double[]? got) => got switch
    {
        null => "the result is null; three numbers are asked.",
        { Length: not 3 } => $"three numbers are asked, you return {got.Length}.",
        _ => null,
    };

    // Of different lengths from the second trial on, so that "one mean over all" is seen.
    private static (double[] Real, double[] Made) Logits(Random random, int trial) => trial == 0
        ? ([1.0], [-2.0])
        : (Pick(random, random.Next(1, 4), -3, 3), Pick(random, random.Next(2, 5), -3, 3));

    private static string Cause(double got, double want, double[] real, double[] made)
    {
        double all = ((Mean(real, -1) * real.Length) + (Mean(made, 1) * made.Length)) / (real.Length + made.Length);
        return got switch
        {
            _ when Near(got, -want) => " That is V. The discriminator wants V large, so its loss is -V.",
            _ when Near(got, Mean(real, 1) + Mean(made, -1)) => " Real and made have changed places: real ones want D near 1.",
            _ when Near(got, want / 2) => " That is half of it: the two means are added, not averaged.",
            _ when Near(got, all) => " That is one mean over all examples. Take two means, and add them.",
            _ when Near(got, (Mean(real, -1) * real.Length) + (Mean(made, 1) * made.Length)) => " These are sums over the examples: take means.",
            _ when Near(got, want / Math.Log(10)) || Near(got, want / Math.Log(2)) => " Another logarithm: the natural one is meant.",
            _ when Near(got, Mean(real, -1)) => " The made examples are missing in it.",
            _ when Near(got, Mean(made, 1)) => " The real examples are missing in it.",
            _ => "",
        };
    }

    private static string Call(double[] real, double[] made) => $"real {Text(real)}, made {Text(made)}";

    private static double Mean(double[] logits, double sign) => logits.Average(z => Softplus(sign * z));

    private static double Softplus(double z) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
}

/// <summary>L19.b: one turn of the game on the number line, against nudges of both losses.</summary>
internal static class L19Turn
{
    private const double Rate = 0.5;

    public static string? Discriminator(Turn turn, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            var game = Game.Pick(random);
            double[]? result = game.Play(turn);
            if (result is not { Length: 4 })
                return $"[w, b, m, s] is asked, you return {(result is null ? "null" : $"{result.Length} numbers")}.";
            double[] got = result[..2], want = game.StepOfDiscriminator();
            if (!Near(got, want, 1e-5))
                return $"{game}: w, b should become {Text(want)}, yours are {Text(got)}.{game.CauseOfDiscriminator(got, want)}";
        }
        return null;
    }

    public static string? Generator(Turn turn, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            var game = Game.Pick(random);
            double[] got = game.Play(turn)![2..], want = game.StepOfGenerator(game.StepOfDiscriminator(), saturating: false);
            if (!Near(got, want, 1e-5))
                return $"{game}: m, s should become {Text(want)}, yours are {Text(got)}.{game.CauseOfGenerator(got, want)}";
        }
        return null;
    }

    public static string? Untouched(Turn turn, Random random)
    {
        var game = Game.Pick(random);
        double[][] before = [game.Judge, game.Maker, game.Real, game.Noise], given = Copy(before);
        turn(given[0], given[1], given[2], given[3], Rate);
        return before.Zip(given).All(pair => pair.First.SequenceEqual(pair.Second))
            ? null
            : "an array has other numbers after the call than before. The new numbers are returned; the old ones stay.";
    }

    /// <summary>A place in the game on the number line.</summary>
    private sealed record Game(double[] Judge, double[] Maker, double[] Real, double[] Noise)
    {
        public static Game Pick(Random random) => new(
            [Away(random), Numbers.Pick(random, -1, 1)],
            [Numbers.Pick(random, -1, 1), Numbers.Pick(random, 0.5, 1.5)],
            Numbers.Pick(random, random.Next(2, 4), 1, 3),
            Numbers.Pick(random, random.Next(2, 5), -1.5, 1.5));

        public override string ToString() =>
            $"discriminator {Text(Judge)}, generator {Text(Maker)}, real {Text(Real)}, noise {Text(Noise)}, rate {Text(Rate)}";

        public double[]? Play(Turn turn) => turn([.. Judge], [.. Maker], [.. Real], [.. Noise], Rate);

        public double[] StepOfDiscriminator() => Step(Judge, p => LossOfDiscriminator(p, Maker));

        public double[] StepOfGenerator(double[] judge, bool saturating) => Step(Maker, p => LossOfGenerator(judge, p, saturating));

        public string CauseOfDiscriminator(double[] got, double[] want) => got switch
        {
            _ when Near(got, Judge) => " Nothing moved.",
            _ when Near(got, Mirror(want, Judge), 1e-5) => " That is a step uphill: subtract rate times slope.",
            _ when Near(got, Step(Judge, p => -LossOfDiscriminator([-p[0], -p[1]], Maker)), 1e-5)
                || Near(got, Step(Judge, p => LossOfDiscriminator([-p[0], -p[1]], Maker)), 1e-5) =>
                " Real and made have changed places: D should rise for real numbers.",
            _ when Near(got, Step(Judge, p => Real.Average(x => Softplus(-Logit(p, x)))), 1e-5) => " Only the real numbers count in it.",
            _ when Near(got, Step(Judge, p => Made(Maker).Average(x => Softplus(Logit(p, x)))), 1e-5) => " Only the made numbers count in it.",
            _ when Near(got, Step(Judge, p => Real.Average(x => Softplus(-Logit(p, x))) + Noise.Average(z => Softplus(Logit(p, z)))), 1e-5) =>
                " You gave it the noise itself. The made numbers are m + s z.",
            _ when Near(got, Step(want, p => LossOfGenerator(p, StepOfGenerator(want, false), false)), 1e-5)
                || Near(got, Step(want, p => LossOfGenerator(p, Maker, false)), 1e-5) =>
                " It moved a second time, in the generator's step. There only m and s move.",
            _ when Near(got, Step(Judge, p => 0.5 * LossOfDiscriminator(p, Maker)), 1e-5) => " That is half a step: the two means are added.",
            _ when Near(got[0], want[0], 1e-5) => " w is right, b is not.",
            _ when Near(got[1], want[1], 1e-5) => " b is right, w is not.",
            _ => "",
        };

        public string CauseOfGenerator(double[] got, double[] want)
        {
            double[] judge = StepOfDiscriminator();
            double[] found = Step(Maker, p => LossOfDiscriminator(Judge, p));
            return got switch
            {
                _ when Near(got, Maker) => " They did not move.",
                _ when Near(got, StepOfGenerator(Judge, false), 1e-5) =>
                    " You used the old w and b. The generator plays against the discriminator as it is after its step.",
                _ when Near(got, StepOfGenerator(judge, true), 1e-5) =>
                    " That is the saturating loss, ln(1 - D). The non-saturating one is asked: -ln D.",
                _ when Near(got, Mirror(want, Maker), 1e-5) => " They moved the wrong way: D of made numbers should rise.",
                _ when Near(got, found, 1e-5) || Near(got, [found[0] + want[0] - Maker[0], found[1] + want[1] - Maker[1]], 1e-5) =>
                    " The discriminator's loss moved them, towards being found out. Its step moves w and b only.",
                _ when Near(got, [want[0], want[0] - Maker[0] + Maker[1]], 1e-5) => " m is right. For s each slope is multiplied by its noise z.",
                _ when Near(got[0], want[0], 1e-5) => " m is right, s is not.",
                _ when Near(got[1], want[1], 1e-5) => " s is right, m is not.",
                _ => "",
            };
        }

        // Away from 0, so that a forgotten w is seen.
        private static double Away(Random random) => (random.Next(2) == 0 ? -1 : 1) * Numbers.Pick(random, 0.5, 1.2);

        private static double[] Mirror(double[] to, double[] at) => [.. to.Zip(at, (t, a) => (2 * a) - t)];

        private static double[] Step(double[] at, Func<double[], double> loss) =>
            [.. at.Zip(Nudge(loss, at), (p, slope) => p - (Rate * slope))];

        private double[] Made(double[] maker) => [.. Noise.Select(z => maker[0] + (maker[1] * z))];

        private double LossOfDiscriminator(double[] judge, double[] maker) =>
            Real.Average(x => Softplus(-Logit(judge, x))) + Made(maker).Average(x => Softplus(Logit(judge, x)));

        private double LossOfGenerator(double[] judge, double[] maker, bool saturating) => Made(maker).Average(x =>
            saturating ? -Softplus(Logit(judge, x)) : Softplus(-Logit(judge, x)));

        private static double Logit(double[] judge, double x) => (judge[0] * x) + judge[1];

        private static double Softplus(double z) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
    }
}
