using Backprop.Display;

namespace Backprop;

/// <summary>The teaching plots of a network that a line can ask for: <c>#!plot net --kind boundary --data data</c>.</summary>
internal static class NetworkPlots
{
    private static readonly OrderedDictionary<string, Func<Module, TensorDataset?, Figure>> All = new()
    {
        ["boundary"] = (net, data) => Plot.DecisionBoundary(net, data!),
        ["weights"] = (net, _) => Plot.Weights(net),
        ["gradients"] = (net, _) => Plot.GradientFlow(net),
        ["activations"] = (net, data) => Plot.ActivationHistograms(net, data!.Inputs),
        ["saturation"] = (net, data) => Plot.Saturation(net, data!.Inputs),
        ["features"] = (net, data) => Plot.FeatureMaps(net, data!.Inputs[0]),
        ["confusion"] = (net, data) => Plot.Confusion(net, data!),
    };

    private static readonly string[] WithoutData = ["weights", "gradients"];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Kinds => All.Keys;

    /// <summary>The plot that a line asks for; the boundary where there is data, else the weights.</summary>
    /// <exception cref="DirectiveException">The kind is none of a network, it lacks data, or the two do not fit.</exception>
    public static async Task<Figure> Of(Module net, string name, DirectiveCall call)
    {
        TensorDataset? data = call.Has("--data") ? await Data(call) : null;
        string kind = call.Has("--kind") ? call.Get<string>("--kind") : data is null ? "weights" : "boundary";
        if (!All.TryGetValue(kind, out Func<Module, TensorDataset?, Figure>? draw))
        {
            throw new DirectiveException(
                $"--kind {kind}: {name} is a network; choose from {string.Join(", ", Kinds)}.", "--kind");
        }
        if (data is null && !WithoutData.Contains(kind))
            throw new DirectiveException($"--kind {kind} needs examples: --data DATA", "--data");
        try
        {
            return draw(net, data);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            throw new DirectiveException($"--kind {kind}: {error.Message}", "--kind");
        }
    }

    private static async Task<TensorDataset> Data(DirectiveCall call) => await call.Value<object>("--data") switch
    {
        TensorDataset data => data,
        Tensor inputs => new TensorDataset(inputs, Tensor.Zeros(inputs.Shape[0])),
        _ => throw new DirectiveException($"--data {call.Get<string>("--data")}: a data set or a tensor is needed.", "--data"),
    };
}
