using System.Globalization;

namespace Backprop;

/// <summary>
/// Finds where a loss stopped being a number: computes it once more, with the same random numbers, and looks at every
/// result on the way.
/// </summary>
internal sealed class Anomaly
{
    private readonly Trainer trainer;
    private readonly (Tensor Inputs, Tensor Targets) batch;
    private readonly (ulong, ulong) random;
    private readonly List<(string Layer, Node Node, Tensor Result)> results = [];
    private string layer = "";

    /// <summary>A look at a batch.</summary>
    /// <param name="trainer">Whose model and loss.</param>
    /// <param name="batch">Where it happened.</param>
    /// <param name="random">The random numbers as they were before.</param>
    internal Anomaly(Trainer trainer, (Tensor Inputs, Tensor Targets) batch, (ulong, ulong) random)
    {
        this.trainer = trainer;
        this.batch = batch;
        this.random = random;
    }

    /// <summary>The error to stop with.</summary>
    internal NotFiniteNumberException Explain(int epoch, int step, double loss)
    {
        string where = string.Create(CultureInfo.InvariantCulture,
            $"The loss is {Name(loss)} in epoch {epoch}, step {step}. ");
        return new(where + (InBatch() ?? InParameters() ?? InLayers()
            ?? "It came from an operation that is not recorded, so no layer can be named."), loss);
    }

    private string? InBatch()
    {
        foreach (var (what, x) in new[] { ("inputs", batch.Inputs), ("targets", batch.Targets) })
        {
            double[] numbers = x.ToArray<double>();
            int at = Array.FindIndex(numbers, number => !double.IsFinite(number));
            if (at < 0)
                continue;
            int row = at / Math.Max(1, numbers.Length / x.Shape[0]);
            return $"The {what} of this batch hold {Name(numbers[at])}, first in its row {row}. Clean the data.";
        }
        return null;
    }

    private string? InParameters()
    {
        foreach (var (name, parameter) in trainer.Model.NamedParameters)
        {
            if (FirstOdd(parameter) is { } odd)
            {
                return $"The parameter {name} {parameter.Shape} holds {Name(odd)} since the step before, which went "
                    + "too far. Lower the learning rate or clip the gradients with ClipNorm = 1; with "
                    + "CheckGradients = true the optimizer stops before such a step.";
            }
        }
        return null;
    }

    private string? InLayers()
    {
        Replay();
        int first = results.FindIndex(r => FirstOdd(r.Result) is not null);
        if (first < 0)
            return null;
        var (path, node, result) = results[first];
        double[] numbers = result.ToArray<double>();
        int count = numbers.Count(number => !double.IsFinite(number));
        double odd = Array.Find(numbers, number => !double.IsFinite(number));
        return string.Create(CultureInfo.InvariantCulture,
            $"It appeared first in {path}{Detail(node)}: {node.Name} gave {Name(odd)} in {count} of "
                + $"{numbers.Length} numbers{Range(node)}. ")
            + "Look for log(0), 0/0, √0 and exp of large numbers there.";
    }

    private void Replay()
    {
        var now = RandomState.Now;
        RandomState.Now = random;
        try
        {
            using var watch = new NodeWatch((node, result) => results.Add((layer, node, result)));
            // What requires a gradient is recorded from the first layer on.
            var x = batch.Inputs.DType.IsFloat() ? batch.Inputs.Copy().RequireGrad() : batch.Inputs;
            var prediction = Forward(trainer.Model, x, "");
            layer = "the loss";
            trainer.Loss(prediction, batch.Targets);
        }
        finally
        {
            RandomState.Now = now;
        }
    }

    /// <summary>Runs a module; the layers of a <see cref="Sequential"/> one by one, so that each can be
    /// named.</summary>
    private Tensor Forward(Module module, Tensor x, string path)
    {
        if (module is Sequential sequential)
        {
            foreach (var (i, inner) in sequential.Layers.Index())
                x = Forward(inner, x, path.Length == 0 ? Text(i) : $"{path}.{Text(i)}");
            return x;
        }
        layer = path.Length == 0 ? module.ToString() : $"layer {path} ({module})";
        return module.Forward(x);
    }

    /// <summary>The parameter that goes into an operation, or into the last one before it: where in a larger
    /// module.</summary>
    private string Detail(Node node)
    {
        var names = trainer.Model.NamedParameters.ToDictionary(
            p => p.Value.Origin!, p => p.Name, (IEqualityComparer<Node>)ReferenceEqualityComparer.Instance);
        var path = results.TakeWhile(r => r.Node != node).Select(r => r.Node).Append(node).Reverse();
        foreach (var earlier in path)
        {
            for (int i = 0; i < earlier.InputCount; i++)
            {
                if (earlier.Input(i) is { } input && names.TryGetValue(input, out string? name))
                    return earlier == node ? $", at {name}" : $", after {name}";
            }
        }
        return "";
    }

    /// <summary>What went in, if that was finite.</summary>
    private string Range(Node node)
    {
        for (int i = 0; i < node.InputCount; i++)
        {
            var input = node.Input(i);
            var x = results.Find(r => r.Node == input).Result ?? input?.Keeper;
            if (x is null || x.Shape.Size == 0)
                continue;
            double[] numbers = x.ToArray<double>();
            return string.Create(CultureInfo.InvariantCulture,
                    $", from numbers between {numbers.Min():G4} and {numbers.Max():G4}")
                .Replace('-', '−');
        }
        return "";
    }

    private static double? FirstOdd(Tensor x)
    {
        foreach (double number in x.ToArray<double>())
        {
            if (!double.IsFinite(number))
                return number;
        }
        return null;
    }

    private static string Name(double number) => double.IsNaN(number) ? "NaN" : number > 0 ? "∞" : "−∞";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
