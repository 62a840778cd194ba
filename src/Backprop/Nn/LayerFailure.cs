namespace Backprop;

/// <summary>Where a pass through a net ended with an error; it travels with the error, so that a notebook can draw the
/// net up to there.</summary>
/// <param name="Net">The outermost net.</param>
/// <param name="Input">The shape that the net was given.</param>
/// <param name="DType">Of what type.</param>
/// <param name="Layer">The innermost layer that did not take what it was given.</param>
/// <param name="Given">The shape that this layer was given.</param>
internal sealed record LayerFailure(Module Net, Shape Input, DType DType, Module Layer, Shape Given)
{
    private const string Key = "Backprop.LayerFailure";

    /// <summary>What an error says about it; null if it came from elsewhere.</summary>
    internal static LayerFailure? Of(Exception error) => error.Data[Key] as LayerFailure;

    /// <summary>Called on the way of the error, from the innermost net outwards. It is not handled: always
    /// false.</summary>
    internal static bool Note(Exception error, Module net, Tensor input, Module layer, Tensor given)
    {
        error.Data[Key] = Of(error) is { } inner
            ? inner with { Net = net, Input = input.Shape, DType = input.DType }
            : new LayerFailure(net, input.Shape, input.DType, layer, given.Shape);
        return false;
    }
}
