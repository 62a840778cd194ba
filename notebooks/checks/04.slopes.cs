using static Backprop.Checks.Numbers;
using DeadFraction = System.Func<double[][], double[], double[][], double>;
using SlopeOf = System.Func<string, double, double>;

namespace Backprop.Checks;

/// <summary>L04.c: the slopes of step, ReLU, sigmoid and tanh against nudging.</summary>
internal static class L04Slopes
{
    public static string? StepAndRelu(SlopeOf slope, Random random)
    {
        double[] inputs = [3, -2, .. Pick(random, 5, 0.2, 5), .. Pick(random, 5, -5, -0.2)];
        foreach (double x in inputs)
        {
            double relu = slope("ReLU", x), want = x > 0 ? 1 : 0;
            if (!Near(relu, want))
                return $"ReluSlope({Text(x)}) should be {Text(want)}, yours is {Text(relu)}.{CauseOfRelu(relu, x)}";
            double step = slope("step", x);
            if (!Near(step, 0))
                return $"StepSlope({Text(x)}) should be 0, yours is {Text(step)}.{CauseOfStep(step, x)}";
        }
        double corner = slope("ReLU", 0), jump = slope("step", 0);
        if (!Near(corner, 0))
            return $"ReluSlope(0) should be 0, yours is {Text(corner)}. At the corner there is no slope; this course takes 0.";
        return Near(jump, 0)
            ? null
            : $"StepSlope(0) should be 0, yours is {Text(jump)}. At the jump there is no slope; the exercise asks for 0.";
    }

    public static string? Sigmoid(SlopeOf slope, Random random) =>
        Smooth(slope, "sigmoid", "SigmoidSlope", L04Sigmoid.Right, random, CauseOfSigmoid);

    public static string? Tanh(SlopeOf slope, Random random) =>
        Smooth(slope, "tanh", "TanhSlope", Math.Tanh, random, CauseOfTanh);

    public static string? Far(SlopeOf slope, Random random)
    {
        double size = Math.Round(720 + (500 * random.NextDouble()));
        foreach (double x in (double[])[1000, -1000, size, -size])
            foreach ((string name, string method) in new[] { ("sigmoid", "SigmoidSlope"), ("tanh", "TanhSlope") })
            {
                double got = slope(name, x);
                if (double.IsNaN(got))
                {
                    return $"{method}({Text(x)}) should be 0, yours is NaN: an exp became infinite, and infinity was divided by "
                        + "infinity. Take the form with the output, which never grows.";
                }
                if (!Near(got, 0))
                    return $"{method}({Text(x)}) should be 0, yours is {Text(got)}.";
            }
        return null;
    }

    private static string? Smooth(
        SlopeOf slope, string name, string method, Func<double, double> function, Random random, Func<double, double, string> cause)
    {
        foreach (double x in (double[])[2, -1, 0, .. Pick(random, 6, 0.3, 4), .. Pick(random, 6, -4, -0.3)])
        {
            double got = slope(name, x), want = Nudge(function, x);
            if (!Near(got, want, 1e-5))
                return $"{method}({Text(x)}) should be {Text(want)} (by nudging), yours is {Text(got)}.{cause(got, x)}";
        }
        return null;
    }

    private static string CauseOfRelu(double got, double x) => got switch
    {
        _ when Near(got, Math.Max(0, x)) => " That is ReLU itself, not its slope.",
        _ when x > 0 && Near(got, 0) => " For a positive x ReLU climbs as fast as x.",
        1 => " For a negative x ReLU is flat.",
        _ => "",
    };

    private static string CauseOfStep(double got, double x) => got switch
    {
        _ when Near(got, x > 0 ? 1 : 0) => " That is the step itself. It is flat on both sides, so its slope is 0.",
        _ => " The step is flat on both sides.",
    };

    private static string CauseOfSigmoid(double got, double x)
    {
        double s = L04Sigmoid.Right(x);
        return got switch
        {
            _ when Near(got, x * (1 - x)) => " That is x (1 - x), with the input. The formula wants the output: compute s first.",
            _ when Near(got, s) => " That is the sigmoid itself.",
            _ when Near(got, 1 - (s * s)) => " That is 1 - s squared: the formula of tanh, used with a sigmoid.",
            _ when Near(got, 1 - s) => " That is 1 - s; multiply it by s.",
            _ when Near(got, -s * (1 - s)) => " The sign: the sigmoid climbs everywhere, so its slope is positive.",
            _ when Near(got, Math.Exp(-x) / (1 + Math.Exp(-x))) =>
                " The square below the fraction bar is missing: (1 + exp(-x)) squared.",
            _ when Near(got, 0) => " The step has slope 0; the sigmoid can be climbed everywhere.",
            _ => "",
        };
    }

    private static string CauseOfTanh(double got, double x)
    {
        double t = Math.Tanh(x);
        return got switch
        {
            _ when Near(got, 1 - (x * x)) => " That is 1 - x squared, with the input. Use the output, tanh(x).",
            _ when Near(got, t) => " That is tanh itself.",
            _ when Near(got, t * (1 - t)) => " That is t (1 - t): the formula of the sigmoid, used with tanh.",
            _ when Near(got, 1 - t) => " That is 1 - t; the output has to be squared.",
            _ when Near(got, (t * t) - 1) => " The sign: tanh climbs everywhere, so its slope is positive.",
            _ when Near(got, 0) => " tanh is steepest at 0, with slope 1, and climbs everywhere.",
            _ => "",
        };
    }
}

/// <summary>L04.d: units that never speak.</summary>
internal static class L04Dead
{
    public static string? Built(DeadFraction dead, Random random)
    {
        (Layer Layer, string What)[] cases =
        [
            // On these six units every usual mistake gives a fraction of its own.
            (new([[1], [3], [1], [2], [-1], [2]], [-7, -5, -7, -5, 2, -3], [[5], [4], [1]]),
                "W = [[1], [3], [1], [2], [-1], [2]], b = [-7, -5, -7, -5, 2, -3], X = [[5], [4], [1]]"),
            (new([[1], [-1]], [0, 0], [[2], [3]]), "W = [[1], [-1]], b = [0, 0], X = [[2], [3]]"),
            (new([[1], [-1]], [0, 0], [[2], [-3]]), "W = [[1], [-1]], b = [0, 0], X = [[2], [-3]]"),
            (new([[1], [-1]], [-9, -9], [[2], [-3]]), "W = [[1], [-1]], b = [-9, -9], X = [[2], [-3]]"),
            (new([[1, -1], [-1, -2], [2, 0]], [0, 1, 5], [[1, 3], [2, 4], [1, 2]]), "three units, two inputs, three examples"),
            (new([[1, 1], [1, -1], [-1, 1], [2, -2]], [-4, 0, -2, -1], [[3, 2], [2, 3]]), "four units, two inputs, two examples"),
        ];
        return cases.Select(c => Fault(dead, c.Layer, c.What)).FirstOrDefault(fault => fault is not null);
    }

    public static string? Random(DeadFraction dead, Random random)
    {
        for (int trial = 1; trial <= 20; trial++)
        {
            int units = random.Next(1, 12), inputs = random.Next(1, 5), examples = random.Next(1, 9);
            // An odd hundredth in the bias keeps every sum away from exactly 0.
            var layer = new Layer(
                Pick(random, units, inputs, -2, 2),
                [.. Pick(random, units, -4, 2).Select(b => b + 0.003)],
                Pick(random, examples, inputs, -2, 2));
            if (Fault(dead, layer, $"random layer {trial} ({units} units, {inputs} inputs, {examples} examples)") is { } fault)
                return fault;
        }
        return null;
    }

    public static string? ExactlyZero(DeadFraction dead, Random random)
    {
        double w = Pick(random, 1, 3);
        double got = dead([[w], [w]], [-2 * w, 0], [[2], [1]]);
        return Near(got, 0.5)
            ? null
            : $"unit 0 has z = 0 and {Text(-w)}, unit 1 speaks: 0.5, yours is {Text(got)}. At exactly 0 a ReLU says 0 and has "
                + "slope 0, so z = 0 does not wake a unit.";
    }

    public static string? Untouched(DeadFraction dead, Random random)
    {
        double[][] w = Pick(random, 3, 2, -2, 2), x = Pick(random, 4, 2, -2, 2);
        double[] b = Pick(random, 3, -1, 1);
        double[][] wBefore = Copy(w), xBefore = Copy(x);
        double[] bBefore = [.. b];
        dead(w, b, x);
        return b.SequenceEqual(bBefore) && Near(w, wBefore, 0) && Near(x, xBefore, 0)
            ? null
            : "W, b or X has other numbers after the call than before. Keep z in a variable of your own.";
    }

    private static string? Fault(DeadFraction dead, Layer layer, string what)
    {
        double want = layer.Share(z => z.All(value => value <= 0));
        double got = dead(Copy(layer.W), [.. layer.B], Copy(layer.X));
        return Near(got, want)
            ? null
            : $"{what}: the dead fraction should be {Text(want)}, yours is {Text(got)}.{Cause(got, want, layer)}";
    }

    private static string Cause(double got, double want, Layer layer)
    {
        double units = layer.W.Length;
        return got switch
        {
            _ when Near(got, want * units) => " That is the number of dead units: divide it by the number of units.",
            _ when Near(got, want * 100) => " That is a percentage; the exercise asks for a fraction from 0 to 1.",
            _ when Near(got, 1 - want) => " That is the fraction of the living.",
            0 when want < 1 && want > 0 => " A whole number divided by a whole number drops the fraction: make one of them a double.",
            _ when Near(got, layer.Silence) =>
                " That is the share of silent values. A unit that speaks for one example is alive, however often it is silent.",
            _ when Near(got, layer.Share(z => z.Any(value => value <= 0))) =>
                " You counted units that are silent for some example. Dead means: for every example.",
            _ when Near(got, (layer with { B = new double[layer.B.Length] }).Share(z => z.All(value => value <= 0))) =>
                " Your sum lacks the bias.",
            _ when Near(got, layer.Share(z => z[^1] <= 0)) => " You looked at the last example only.",
            _ when Near(got, layer.Share(z => z[0] <= 0)) => " You looked at the first example only.",
            _ when Near(got, layer.Share(z => z.Average() <= 0)) =>
                " You looked at the mean over the examples. One example above 0 keeps a unit alive.",
            _ => "",
        };
    }

    /// <summary>Units with their weights and biases, and the examples that they see.</summary>
    private sealed record Layer(double[][] W, double[] B, double[][] X)
    {
        /// <summary>The share of the units whose inputs, over all examples, are of some kind.</summary>
        public double Share(Func<double[], bool> isOfKind) =>
            W.Select((weights, j) => Inputs(weights, B[j])).Count(isOfKind) / (double)W.Length;

        /// <summary>The share of all values, units times examples, that are silent.</summary>
        public double Silence => W.SelectMany((weights, j) => Inputs(weights, B[j])).Average(z => z <= 0 ? 1.0 : 0);

        private double[] Inputs(double[] weights, double bias) =>
            [.. X.Select(x => bias + x.Zip(weights, (value, weight) => value * weight).Sum())];
    }
}
