using static Backprop.Checks.Numbers;
using Activate = System.Func<string, double, double, double>;
using PreluBack = System.Func<double[], double, double[], (double Alpha, double[] Z)>;
using Witness = System.Func<double, double>;

namespace Backprop.Checks;

/// <summary>Lesson 5: four activations, their slopes, the way back through PReLU, where a formula breaks. 20 points.</summary>
public sealed class L05 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L05.d", "Find the input that breaks it")
        {
            Signature = "double Witness(double alpha)",
            Parts =
            [
                new Part<Witness>("alpha = 2 and alpha = 0.01", 2, L05Witness.TwoCases),
                new Part<Witness>("close to 1", 2, L05Witness.CloseToOne, "alpha = 2 and alpha = 0.01"),
                new Part<Witness>("alpha of 0 and below", 1, L05Witness.Negative, "alpha = 2 and alpha = 0.01"),
            ],
            Hints =
            [
                "Draw both lines, z and alpha times z, once for a gentle alpha and once for a steep one. Which of the two is "
                + "above, left and right of 0?",
                "Leaky ReLU takes z on the right. The maximum takes z on the right only if alpha z is not larger there.",
                "If alpha is above 1, the maximum picks alpha z for a positive z: any positive z is a witness. For every other "
                + "alpha the two agree everywhere.",
            ],
        },
        new("L05.c", "The way back through PReLU")
        {
            Signature = "(double Alpha, double[] Z) PreluBack(double[] z, double alpha, double[] g)",
            Parts =
            [
                new Part<PreluBack>("the slopes of the inputs", 2, L05Prelu.Inputs),
                new Part<PreluBack>("the slope of alpha", 2, L05Prelu.Alpha),
                new Part<PreluBack>("the arrays stay as they are", 1, L05Prelu.Untouched,
                    "the slopes of the inputs", "the slope of alpha"),
            ],
            Hints =
            [
                "Two questions for each unit: what comes out at its input, and how much does its output move when alpha moves?",
                "A unit with a positive z does not know alpha. A unit with a negative z moves by z when alpha moves by 1.",
                "One loop. For z of 0 or less add g times z to the slope of alpha, and give alpha times g back. For a positive z "
                + "give g back and add nothing.",
            ],
        },
        new("L05.a", "Four activations")
        {
            Signature = "double ValueOf(string name, double x, double alpha)",
            Parts =
            [
                new Part<Activate>("leaky", 1, L05Values.Leaky),
                new Part<Activate>("ELU", 1, L05Values.Elu),
                new Part<Activate>("Swish", 1, L05Values.Swish),
                new Part<Activate>("GELU", 1, L05Values.Gelu),
                new Part<Activate>("far from 0", 1, L05Values.Far, "leaky", "ELU", "Swish", "GELU"),
            ],
            Hints =
            [
                "Two of them are cases, two are products. Write each formula of the statement down, one line each.",
                "In a case, compute only the side that is needed: then no exponential of a large number is asked for.",
                "ELU: in the case x <= 0, alpha times (exp of x, minus 1). Swish: x divided by (1 + exp(-x)). GELU: x times half "
                + "of (1 + Erf(x divided by the root of 2)).",
            ],
        },
        new("L05.b", "Their slopes")
        {
            Signature = "double SlopeOf(string name, double x, double alpha)",
            Parts =
            [
                new Part<Activate>("leaky and ELU", 2, L05Slopes.LeakyAndElu),
                new Part<Activate>("Swish", 1, L05Slopes.Swish),
                new Part<Activate>("GELU", 1, L05Slopes.Gelu),
                new Part<Activate>("far from 0", 1, L05Slopes.Far, "leaky and ELU", "Swish", "GELU"),
            ],
            Hints =
            [
                "For the first two take the slope of each case. For the others the product rule: one factor's slope times the "
                + "other factor, and the other way round.",
                "x times gate: the slope of x is 1, so the first term is the gate itself. The second term is x times the slope "
                + "of the gate.",
                "Swish: gate + x gate (1 - gate). GELU: gate + x times the bell curve, exp(-x x / 2) divided by the root of "
                + "2 pi.",
            ],
        },
    ];
}

/// <summary>L05.d: where max(alpha z, z) is not Leaky ReLU.</summary>
internal static class L05Witness
{
    public static string? TwoCases(Witness witness, Random random) =>
        Fault(witness, 2) ?? Fault(witness, 0.01) ?? Fault(witness, Pick(random, 1.5, 9)) ?? Fault(witness, Pick(random, 0.1, 0.8));

    public static string? CloseToOne(Witness witness, Random random) =>
        Fault(witness, 1) ?? Fault(witness, 1 + (0.01 * (1 + random.NextDouble()))) ?? Fault(witness, 0.99) ?? Fault(witness, 1.3);

    public static string? Negative(Witness witness, Random random) =>
        Fault(witness, 0) ?? Fault(witness, -0.5) ?? Fault(witness, -Pick(random, 1.5, 6));

    private static string? Fault(Witness witness, double alpha)
    {
        double z = witness(alpha);
        string call = $"Witness({Text(alpha)})";
        if (alpha <= 1)
        {
            if (double.IsNaN(z))
                return null;
            string why = double.IsFinite(z)
                ? $"at z = {Text(z)} both give {Text(Leaky(z, alpha))}"
                : "an infinite z shows nothing";
            string hint = alpha < 0
                ? " A negative alpha turns the left arm up, and the maximum picks it there, too."
                : alpha == 1 ? " At alpha = 1 both sides are z, so they are equal." : " The formulas agree everywhere for this alpha.";
            return $"{call} should be NaN, yours is {Text(z)}: {why}.{hint}";
        }
        if (double.IsNaN(z))
            return $"{call} is NaN, but there is a witness: at z = 1 the maximum gives {Text(alpha)}, and Leaky ReLU gives 1.";
        if (!double.IsFinite(z) || Math.Abs(z) > 1000)
            return $"{call} should be a number between -1000 and 1000, yours is {Text(z)}.";
        double max = Math.Max(alpha * z, z), leaky = Leaky(z, alpha);
        if (z == 0)
            return $"{call} is 0, but at z = 0 both formulas give 0. Look to one side of it.";
        return Math.Abs(max - leaky) >= Math.Abs(z) * Math.Abs(alpha - 1) * 1e-3
            ? null
            : $"{call} is {Text(z)}, but there both give {Text(leaky)}.";
    }

    private static double Leaky(double z, double alpha) => z > 0 ? z : alpha * z;
}

/// <summary>L05.c: both slopes of a PReLU, by its rule.</summary>
internal static class L05Prelu
{
    public static string? Inputs(PreluBack back, Random random)
    {
        foreach (Batch batch in Batches(random))
        {
            double[]? got = back([.. batch.Z], batch.Alpha, [.. batch.G]).Z;
            double[] want = [.. batch.Z.Zip(batch.G, (z, g) => z > 0 ? g : batch.Alpha * g)];
            if (!Near(got, want))
                return $"{batch}: Z should be {Text(want)}, yours is {Text(got)}.{CauseOfInputs(got, want, batch)}";
        }
        return null;
    }

    public static string? Alpha(PreluBack back, Random random)
    {
        foreach (Batch batch in Batches(random))
        {
            double got = back([.. batch.Z], batch.Alpha, [.. batch.G]).Alpha;
            double want = batch.Sum((z, g) => z <= 0 ? g * z : 0);
            if (!Near(got, want))
                return $"{batch}: Alpha should be {Text(want)}, yours is {Text(got)}.{CauseOfAlpha(got, want, batch)}";
        }
        return null;
    }

    public static string? Untouched(PreluBack back, Random random)
    {
        double[] z = [-1.5, 2, -0.5], g = [1, -2, 0.5], zBefore = [.. z], gBefore = [.. g];
        double[]? got = back(z, 0.25, g).Z;
        if (ReferenceEquals(got, z) || ReferenceEquals(got, g))
            return "Z is the array that you were given. Make a new one, whoever called you still needs the old.";
        return z.SequenceEqual(zBefore) && g.SequenceEqual(gBefore)
            ? null
            : "z or g has other numbers after the call than before. Write into an array of your own.";
    }

    private static IEnumerable<Batch> Batches(Random random)
    {
        // Different signals and inputs, so that every usual mistake has a number of its own.
        yield return new Batch([-2, 3, -1], 0.25, [0.5, 0.7, 2]);
        yield return new Batch([-2], 0.25, [3]);
        yield return new Batch([4, 1], 0.25, [3, -1]);
        yield return new Batch([0, -1, 2], 0.5, [2, 1, 3]);
        for (int trial = 0; trial < 10; trial++)
        {
            int count = random.Next(2, 7);
            double[] z = [.. Pick(random, count, 0.2, 3).Select(size => random.Next(3) == 0 ? size : -size)];
            yield return new Batch(z, Pick(random, -0.8, 0.8), Pick(random, count, 0.2, 2));
        }
    }

    private static string CauseOfInputs(double[]? got, double[] want, Batch batch) => got switch
    {
        null => " Return the array.",
        _ when got.Length != want.Length => " It needs one number for each input.",
        _ when got.All(value => value == 0) => " Nothing comes back.",
        _ when Near(got, batch.G) => " Those are the signals. On the negative side only the share alpha passes.",
        _ when Near(got, batch.Map((z, g) => z > 0 ? g : 0)) => " That is ReLU: on the negative side the share alpha passes.",
        _ when Near(got, batch.Map((z, g) => z > 0 ? 1 : batch.Alpha)) => " Those are the slopes of the function; multiply each by its signal.",
        _ when Near(got, batch.Map((z, g) => z > 0 ? z : batch.Alpha * z)) => " That is the way forward, the outputs.",
        _ when Near(got, batch.Map((z, g) => z > 0 ? batch.Alpha * g : g)) => " The two sides are exchanged.",
        _ when Near(got, batch.Map((z, g) => z >= 0 ? g : batch.Alpha * g)) => " At exactly z = 0 use the case z <= 0.",
        _ => "",
    };

    private static string CauseOfAlpha(double got, double want, Batch batch) => got switch
    {
        _ when Near(got, want / batch.Z.Length) => " That is the mean. Every use of alpha adds its share: take the sum.",
        _ when Near(got, -want) => " Its sign is turned round.",
        _ when Near(got, batch.Sum((z, g) => g * z)) => " A unit with a positive z does not contain alpha: it adds nothing.",
        _ when Near(got, batch.Sum((z, g) => z <= 0 ? z : 0)) => " The signals g are missing.",
        _ when Near(got, batch.Sum((z, g) => z <= 0 ? g : 0)) => " Each signal is multiplied by its z.",
        _ when Near(got, batch.Alpha * want) => " There is a factor alpha too many: the slope of alpha z with respect to alpha is z.",
        _ when Near(got, batch.Z.Zip(batch.G, (z, g) => z <= 0 ? g * z : 0).LastOrDefault(share => share != 0)) =>
            " That is the share of the last unit only. Add them up.",
        _ => "",
    };

    /// <summary>Inputs, the slope alpha, and the signals at the outputs.</summary>
    private sealed record Batch(double[] Z, double Alpha, double[] G)
    {
        public double Sum(Func<double, double, double> share) => Z.Zip(G, share).Sum();

        public double[] Map(Func<double, double, double> back) => [.. Z.Zip(G, back)];

        public override string ToString() => $"z = {Text(Z)}, alpha = {Text(Alpha)}, g = {Text(G)}";
    }
}
