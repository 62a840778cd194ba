using static Backprop.Checks.Numbers;
using DeadFraction = System.Func<double[][], double[], double[][], double>;
using OfNumber = System.Func<double, double>;
using Play = System.Func<string, double, double, double, double[]>;
using SlopeOf = System.Func<string, double, double>;

namespace Backprop.Checks;

/// <summary>Lesson 4: a sigmoid for every number, tanh from it, four slopes, dead units. 20 points.</summary>
public sealed class L04 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L04.a", "A sigmoid for every number")
        {
            Signature = "double SafeSigmoid(double x)",
            Parts =
            [
                new Part<OfNumber>("ordinary numbers", 1, L04Sigmoid.Ordinary),
                new Part<OfNumber>("large numbers", 1, L04Sigmoid.Large, "ordinary numbers"),
                new Part<OfNumber>("very negative numbers", 2, L04Sigmoid.VeryNegative, "ordinary numbers"),
            ],
            Hints =
            [
                "Which of the two forms in section 3 is right for large x, and which one for very negative x?",
                "Exp of a positive number can become infinite, exp of a negative number cannot. Both forms are the same "
                + "function: choose the one in which exp sees a negative number.",
                "Two cases. For x of 0 or more take 1 / (1 + exp(-x)). Otherwise take exp(x) / (1 + exp(x)).",
            ],
        },
        new("L04.b", "Tanh from a sigmoid")
        {
            Signature = "double TanhFrom(Func<double, double> sigmoid, double x)",
            Parts =
            [
                new Part<Play>("with a true sigmoid", 2, L04Tanh.True),
                new Part<Play>("with other functions", 1, L04Tanh.Others, "with a true sigmoid"),
                new Part<Play>("one call", 1, L04Tanh.OneCall, "with a true sigmoid"),
            ],
            Hints =
            [
                "The formula that you need is the second one of section 4. Which letter in it is the function that you "
                + "were given?",
                "Two things are different from a sigmoid: its input runs twice as fast, and its output is stretched and "
                + "moved.",
                "Call the function with 2 times x. Multiply what comes back by 2, and subtract 1.",
            ],
        },
        new("L04.c", "Four slopes")
        {
            Signature = "double SlopeOf(string name, double x)",
            Parts =
            [
                new Part<SlopeOf>("step and ReLU", 2, L04Slopes.StepAndRelu),
                new Part<SlopeOf>("sigmoid", 2, L04Slopes.Sigmoid),
                new Part<SlopeOf>("tanh", 1, L04Slopes.Tanh),
                new Part<SlopeOf>("far from 0", 1, L04Slopes.Far, "sigmoid", "tanh"),
            ],
            Hints =
            [
                "Two of them need no arithmetic at all. For the other two, look at the gifts of sections 3 and 4.",
                "Sigmoid and tanh: compute the output first and give it a name. The slope uses the output, not x.",
                "Step: flat on both sides. ReLU: 1 where x is above 0, otherwise 0. Sigmoid: output times (1 - output). "
                + "Tanh: 1 minus the square of the output.",
            ],
        },
        new("L04.d", "Count the dead")
        {
            Signature = "double DeadFraction(double[][] W, double[] b, double[][] X)",
            Parts =
            [
                new Part<DeadFraction>("all alive, half dead, all dead", 2, L04Dead.Built),
                new Part<DeadFraction>("random layers", 2, L04Dead.Random, "all alive, half dead, all dead"),
                new Part<DeadFraction>("exactly 0", 1, L04Dead.ExactlyZero, "all alive, half dead, all dead"),
                new Part<DeadFraction>("the arrays stay as they are", 1, L04Dead.Untouched, "random layers"),
            ],
            Hints =
            [
                "Two questions, one inside the other: does this unit speak for this example? Does it speak for any?",
                "For each unit go through all examples. One example with z above 0 is enough to call it alive.",
                "Three loops: units, examples, inputs. The innermost adds up z, which starts at the unit's bias. Count "
                + "the units for which no z was above 0, and divide by the number of units as doubles.",
            ],
        },
    ];
}

/// <summary>L04.a: the sigmoid, where doubles are kind and where they are not.</summary>
internal static class L04Sigmoid
{
    public static double Right(double x)
    {
        double small = Math.Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + small) : small / (1 + small);
    }

    public static string? Ordinary(OfNumber sigmoid, Random random)
    {
        double[] inputs =
        [
            2, -2, 0,
            .. Enumerable.Range(0, 8).Select(_ => Pick(random, 0.3, 6)),
            .. Enumerable.Range(0, 8).Select(_ => Pick(random, -6, -0.3)),
        ];
        foreach (double x in inputs)
        {
            double got = sigmoid(x), want = Right(x);
            if (!Near(got, want))
                return $"SafeSigmoid({Text(x)}) should be {Text(want)}, yours is {Text(got)}.{Cause(got, x)}";
        }
        return null;
    }

    public static string? Large(OfNumber sigmoid, Random random)
    {
        foreach (double x in (double[])[1000, 50, Math.Round(720 + (900 * random.NextDouble())), 1e6])
        {
            double got = sigmoid(x);
            if (Near(got, 1, 1e-12))
                continue;
            string cause = got switch
            {
                double.NaN => $" NaN is infinity divided by infinity: exp({Text(x)}) is too large for a double.",
                0 => " For a large x the answer is 1. Did exp get the other sign?",
                < 1 and > 0.9 => " It stops below 1, as if x were clipped. No clipping.",
                _ => "",
            };
            return $"SafeSigmoid({Text(x)}) should be 1, yours is {Text(got)}.{cause}";
        }
        return null;
    }

    public static string? VeryNegative(OfNumber sigmoid, Random random)
    {
        double[] inputs = [-40, -Math.Round(50 + (500 * random.NextDouble())), -720, -1000, -1e6];
        foreach (double x in inputs)
        {
            double got = sigmoid(x), want = Right(x);
            bool isRight = want == 0 ? got == 0 : Math.Abs((got / want) - 1) < 1e-6;
            if (!isRight)
                return $"SafeSigmoid({Text(x)}) should be {Tiny(want)}, yours is {Tiny(got)}.{CauseFarLeft(got, want, x)}";
        }
        return null;
    }

    private static string Cause(double got, double x)
    {
        double s = Right(x);
        return got switch
        {
            _ when Near(got, Right(-x)) =>
                " That is the sigmoid of -x: the sign of the exponent is turned round.",
            _ when Near(got, Math.Tanh(x)) => " That is tanh. The sigmoid stays between 0 and 1.",
            _ when Near(got, s * (1 - s)) => " That is the slope of the sigmoid.",
            _ when Near(got, Right(2 * x)) => " That is the sigmoid of 2x.",
            _ when Near(got, x >= 0 ? 1 : 0) => " That is the step. The sigmoid is a step that you can climb.",
            _ when Near(got, 1 - Math.Exp(-x)) || Near(got, 1 + Math.Exp(-x)) => " The fraction is missing: 1 divided by it.",
            _ => "",
        };
    }

    private static string CauseFarLeft(double got, double want, double x) => got switch
    {
        double.NaN => " NaN is infinity divided by infinity. Let exp see only negative numbers.",
        0 when x > -700 =>
            $" Your formula subtracts two nearly equal numbers, and {Tiny(want)} is lost between them. For a negative x "
            + "use a form without a difference.",
        0 => $" exp({Text(-x)}) became infinite on the way. Let exp see only negative numbers.",
        _ when want == 0 || got > want * 1.5 =>
            " It stops falling, as if x were clipped. No clipping: let exp see only negative numbers.",
        _ => "",
    };

    // 4.248e-18: in these messages it matters that it is not 0.
    private static string Tiny(double value) => value != 0 && Math.Abs(value) < 1e-5
        ? value.ToString("0.###e0", System.Globalization.CultureInfo.InvariantCulture)
        : Text(value);
}

/// <summary>L04.b: 2 s(2x) - 1 for a sigmoid s, and for what is no sigmoid.</summary>
/// <remarks>Play (kind, a, b, x) stands on the learner's side: it makes s from plain data, "sigmoid" or the "line" a z + b,
/// and returns the answer at x and the number of calls of s.</remarks>
internal static class L04Tanh
{
    public static string? True(Play play, Random random)
    {
        foreach (double x in (double[])[0.7, -0.7, 0, .. Pick(random, 6, 0.3, 3), .. Pick(random, 6, -3, -0.3)])
        {
            double got = play("sigmoid", 0, 0, x)[0], want = Math.Tanh(x);
            if (!Near(got, want, 1e-9))
                return $"with the true sigmoid s, TanhFrom(s, {Text(x)}) should be {Text(want)}, yours is {Text(got)}.{Cause(got, x)}";
        }
        return null;
    }

    public static string? Others(Play play, Random random)
    {
        double level = Pick(random, 0.1, 0.9), slope = Pick(random, 0.2, 0.9), x = Pick(random, 0.3, 2);
        double got = play("line", 0, level, x)[0], want = (2 * level) - 1;
        if (!Near(got, want))
        {
            string cause = got switch
            {
                _ when Near(got, Math.Tanh(x)) => " You did not use the function that you were given.",
                0 => " Did you subtract two values of it? That is right for a true sigmoid only: use one value, s(2x).",
                _ => " Use nothing but that function and arithmetic.",
            };
            return $"with a function that always returns {Text(level)}, the answer should be {Text(want)}, "
                + $"yours is {Text(got)}.{cause}";
        }
        got = play("line", slope, 0, x)[0];
        want = (4 * slope * x) - 1;
        return Near(got, want)
            ? null
            : $"with the function {Text(slope)} z in place of the sigmoid, TanhFrom(…, {Text(x)}) should be {Text(want)}, yours is "
                + $"{Text(got)}. That holds for true sigmoids only: follow 2 s(2x) - 1 word for word.";
    }

    public static string? OneCall(Play play, Random random)
    {
        int calls = (int)play("sigmoid", 0, 0, Pick(random, 0.3, 2))[1];
        return calls == 1
            ? null
            : $"one answer called the sigmoid {calls} times. Each call costs an exponential: one is enough.";
    }

    private static string Cause(double got, double x)
    {
        OfNumber s = L04Sigmoid.Right;
        return got switch
        {
            _ when Near(got, (2 * s(x)) - 1) => " You stretched the height, but not the input: it is s(2x).",
            _ when Near(got, s(2 * x)) => " That is s(2x). Now stretch it to twice its height and move it down.",
            _ when Near(got, s(2 * x) - 1) => " It is moved down, but not stretched: 2 times s(2x).",
            _ when Near(got, 2 * s(2 * x)) => " It is stretched, but not moved down by 1.",
            _ when Near(got, 2 * (s(2 * x) - 1)) => " First stretch, then move: the 1 is not doubled.",
            _ when Near(got, 1 - (2 * s(2 * x))) => " Its sign is turned round.",
            _ when Near(got, s(x)) => " That is the sigmoid itself.",
            _ => "",
        };
    }
}
