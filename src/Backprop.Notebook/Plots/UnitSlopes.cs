using static Backprop.PlotData;

namespace Backprop;

/// <summary>How an activation layer passes gradients back: its derivative at each of its inputs, by autograd.</summary>
internal static class UnitSlopes
{
    /// <summary>
    /// The derivatives, one for each number of the output, or null for a layer that is no activation: one with weights,
    /// one that joins elements (softmax), or one that changes nothing (dropout in use).
    /// </summary>
    public static double[]? Of(LayerOutput layer)
    {
        if (layer.Input.Shape != layer.Output.Shape || layer.Layer is Dropout or Identity or Softmax or LogSoftmax)
            return null;
        if (layer.Layer.Parameters.Count > 0 || layer.Layer.NamedBuffers.Count > 0 || !IsElementwise(layer))
            return null;
        Tensor x = layer.Input.Detach().RequireGrad();
        Tensor y = layer.Layer.Forward(x);
        if (y.RequiresGrad)
            y.Sum().Backward();
        return x.Grad is { } gradient ? Numbers(gradient) : new double[layer.Input.Shape.Size];
    }

    // Each number alone must give what it gave among the others.
    private static bool IsElementwise(LayerOutput layer)
    {
        try
        {
            Tensor alone = layer.Layer.Forward(layer.Input.Reshape(-1, 1));
            return alone.Shape.Size == layer.Output.Shape.Size
                && Numbers(alone).Zip(Numbers(layer.Output)).All(p => Math.Abs(p.First - p.Second) <= 1e-6);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
