// Autograd: how a result remembers the op that made it, and the walk back along these memories. It knows no op by
// name and computes no derivative itself.
namespace Backprop.Ops;

/// <summary>
/// What made a tensor from others. Forward and backward stand one under the other in the record of each op; its fields
/// are what it was told besides tensors (axes, shapes, numbers).
/// </summary>
public abstract record Op
{
    /// <summary>∂loss/∂input from <paramref name="dy"/> = ∂loss/∂y, for one input at a time: what nobody needs is not
    /// computed. Null if nothing flows back.</summary>
    /// <param name="input">Which input; it has a node.</param>
    /// <param name="dy">As large as the result.</param>
    /// <param name="node">What was kept for this moment.</param>
    internal abstract Tensor? Gradient(int input, Tensor dy, Node node);

    /// <summary>Adds the gradient of the only input to what others said of it, in place. An op whose gradient is mostly
    /// zeros does it: the steps of a sequence would each fill the whole sequence otherwise.</summary>
    /// <param name="dy">As large as the result.</param>
    /// <param name="sum">What the others said so far, as large as the input.</param>
    /// <returns>False if the gradient must be computed and added as a whole.</returns>
    internal virtual bool TryAddGradient(Tensor dy, Tensor sum) => false;
}
