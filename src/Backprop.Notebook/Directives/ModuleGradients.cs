using Backprop.Display;

namespace Backprop;

/// <summary>
/// Checks a network's gradients where they are, in its own numbers: each parameter is nudged along a random direction,
/// and the change must be what backward says, within 2 %.
/// </summary>
/// <remarks>float32 is too coarse for nudging single numbers; a whole direction is not.</remarks>
internal static class ModuleGradients
{
    private const double Nudge = 1e-3, Tolerance = 0.02, Smallest = 0.01;

    /// <summary>A row for each parameter: what backward says, what nudging says.</summary>
    public static MimeBundle Check(Module net, Tensor input)
    {
        bool wasTraining = net.IsTraining;
        net.Eval();
        try
        {
            var rows = new List<object?[]>();
            Tensor[] gradients = Tensor.Gradients(Sum(net.Forward(input)), [.. net.Parameters]);
            foreach (((string name, Tensor weight), Tensor gradient) in net.NamedParameters.Zip(gradients))
            {
                double[] direction = Direction(weight.Shape.Size, seed: rows.Count);
                double backward = Dot(gradient.ToArray<double>(), direction);
                double nudged = Nudged(net, input, weight, direction);
                bool agrees = Math.Abs(backward - nudged)
                    <= Tolerance * Math.Max(Smallest, Math.Max(Math.Abs(backward), Math.Abs(nudged)));
                rows.Add([agrees ? "ok" : "WRONG", name, NumberText.Significant(backward), NumberText.Significant(nudged)]);
            }
            int wrong = rows.Count(row => (string)row[0]! != "ok");
            string title = wrong == 0
                ? $"Backward and nudging agree for all {rows.Count} parameters"
                : $"Backward and nudging differ for {wrong} of {rows.Count} parameters";
            MimeBundle table = Formatter.ToBundle(new Listing(title, ["", "parameter", "backward", "nudged"], rows));
            return table.Add(MimeBundle.Text, $"{title}\n{table.PlainText}");
        }
        finally
        {
            if (wasTraining)
                net.Train();
        }
    }

    private static double Nudged(Module net, Tensor input, Tensor weight, double[] direction)
    {
        Tensor? grad = weight.Grad;
        double[] values = weight.ToArray<double>();
        double up = At(Nudge), down = At(-Nudge);
        weight.Update(Tensor.From(values, weight.Shape, DType.Float64).To(weight.DType).To(weight.Device));
        weight.Grad = grad;
        return (up - down) / (2 * Nudge);

        double At(double step)
        {
            double[] moved = [.. values.Select((v, i) => v + step * direction[i])];
            weight.Update(Tensor.From(moved, weight.Shape, DType.Float64).To(weight.DType).To(weight.Device));
            using IDisposable scope = Functional.NoGrad();
            double[] y = net.Forward(input).ToArray<double>();
            return Dot(y, Weights(y.Length));
        }
    }

    // Different factors, so that a gradient at the wrong place is seen.
    private static Tensor Sum(Tensor y) =>
        (y * Tensor.From(Weights(y.Shape.Size), y.Shape, DType.Float64).To(y.DType).To(y.Device)).Sum();

    private static double[] Weights(int count) => [.. Enumerable.Range(0, count).Select(i => Math.Cos(1.3 * i))];

    private static double[] Direction(int count, int seed)
    {
        var random = new Random(seed);
        double[] v = [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
        double length = Math.Sqrt(Dot(v, v));
        return [.. v.Select(x => x / length)];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
