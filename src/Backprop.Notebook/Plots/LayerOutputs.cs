using Backprop.Ops;

namespace Backprop;

/// <summary>
/// Runs a net once and keeps what comes out of each layer. It listens to the operations, as <see cref="ModuleSummary"/>
/// does: one belongs to the layer whose parameter it reads, else to the layer of a <see cref="Sequential"/> that is at
/// work; an activation that a <c>Forward</c> calls between its layers stands for itself.
/// </summary>
internal sealed class LayerOutputs
{
    private readonly Dictionary<Storage, (string Name, Module Module)> owners = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Module, List<string>> names = new(ReferenceEqualityComparer.Instance);
    private readonly List<LayerOutput> outputs = [];

    private LayerOutputs(Module net) => Name("", net);

    /// <summary>The outputs in their order, the last is that of the net. It runs without recording and in the mode of
    /// use.</summary>
    /// <exception cref="ArgumentException">A layer does not take what it is given.</exception>
    public static IReadOnlyList<LayerOutput> Of(Module net, Tensor x, string what)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(x);
        var found = new LayerOutputs(net);
        using IDisposable scope = net.Evaluate();
        using var trace = new OpTrace();
        Tensor y;
        try
        {
            y = net.Forward(x.Detach());
        }
        catch (ArgumentException error)
        {
            string layer = LayerFailure.Of(error) is { } failure && found.names.TryGetValue(failure.Layer, out var paths)
                ? $"layer {paths[0]}, {failure.Layer}, does not take its input"
                : $"{net.GetType().Name} does not take x of shape {x.Shape}";
            throw new ArgumentException($"{what}: {layer}. {error.Message}", error);
        }
        foreach (OpTrace.Step step in trace.Steps)
            found.Add(step);
        if (found.outputs.Count == 0 || !ReferenceEquals(found.outputs[^1].Output.Storage, y.Storage))
            found.outputs.Add(new LayerOutput("", "output", null, null, x, y));
        return found.outputs;
    }

    // Inner modules come after outer ones: the innermost owns a parameter.
    private void Name(string path, Module module)
    {
        // The same layer may stand in several places.
        if (names.TryGetValue(module, out List<string>? places))
        {
            places.Add(path);
            return;
        }
        names[module] = [path];
        foreach (Tensor parameter in module.Parameters)
            owners[parameter.Storage] = (path, module);
        foreach ((string child, Module part) in module.Children)
            Name(path.Length == 0 ? child : $"{path}.{child}", part);
    }

    private void Add(OpTrace.Step step)
    {
        Tensor result = step.Results[0];
        if (Array.Exists(step.Inputs, input => ReferenceEquals(input.Storage, result.Storage)))
            return;
        Module? layer = OwnerOf(step) ?? step.Layer as Module;
        Elementwise? activation = ActivationOf(step.Maker);
        if (layer is null)
        {
            if (activation is not null || step.Maker is MaxPool)
                outputs.Add(new LayerOutput("", KindOf(step), null, activation, step.Inputs[0], result));
        }
        else if (outputs.Count > 0 && ReferenceEquals(outputs[^1].Layer, layer))
        {
            // Several operations make one layer; it is an activation only if it is that one alone.
            outputs[^1] = outputs[^1] with { Output = result, Activation = null };
        }
        else
        {
            outputs.Add(new LayerOutput(PathOf(layer), layer.ToString()!, layer, activation, step.Inputs[0], result));
        }
    }

    // Of a layer that stands in several places the one whose turn it is.
    private string PathOf(Module layer)
    {
        if (!names.TryGetValue(layer, out List<string>? places))
            return "";
        int before = outputs.Count(o => ReferenceEquals(o.Layer, layer));
        return places[Math.Min(before, places.Count - 1)];
    }

    private Module? OwnerOf(OpTrace.Step step)
    {
        if (step.Maker is RecurrentLayer.Recurrence recurrence)
            return owners.GetValueOrDefault(recurrence.Cell.WeightIh.Storage).Module;
        foreach (Tensor input in step.Inputs)
        {
            if (owners.TryGetValue(input.Storage, out (string, Module Module) owner))
                return owner.Module;
        }
        return null;
    }

    private string KindOf(OpTrace.Step step)
    {
        string op = step.Maker.GetType().Name;
        LayerOutput? before = outputs.FindLast(o => o.Layer is not null);
        return before is null ? op : $"{op} after {(before.Name.Length == 0 ? before.ShortLabel : before.Name)}";
    }

    // An elementwise function of one tensor that nets use between layers; not the arithmetic of a loss.
    private static Elementwise? ActivationOf(object maker) => maker switch
    {
        FormulaOp { Inputs: 1 } formula => formula,
        Ops.Sigmoid or Ops.Tanh or Ops.Relu or Ops.LeakyRelu or Ops.Elu or Ops.Selu or Ops.Silu or Ops.Gelu or GeluTanh
            or Ops.Softplus or Ops.HardTanh or Ops.Step or Ops.Threshold => (Unary)maker,
        _ => null,
    };
}
