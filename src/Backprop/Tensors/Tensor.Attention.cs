namespace Backprop;

/// <content>Softmax over a part, as attention needs it.</content>
public sealed partial class Tensor
{
    /// <summary>Softmax along the last axis over the elements where <paramref name="keep"/> is true. The others get 0;
    /// so does a whole row that keeps none.</summary>
    /// <param name="keep">bool, of this shape or one that repeats to it: [queries, keys] for scores
    /// [batch, heads, queries, keys].</param>
    /// <exception cref="ArgumentException">The mask is not bool, or does not repeat to this shape.</exception>
    public Tensor MaskedSoftmax(Tensor keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        if (keep.DType != DType.Bool)
        {
            throw new ArgumentException($"A mask says with true and false what is kept, not with {keep.DType}. Compare "
                + "first, as in mask > 0.");
        }
        int lead = Shape.Rank - keep.Shape.Rank;
        bool fits = lead >= 0 && Shape.Rank > 0;
        for (int axis = 0; fits && axis < keep.Shape.Rank; axis++)
            fits = keep.Shape[axis] == 1 || keep.Shape[axis] == Shape[lead + axis];
        if (!fits)
        {
            throw new ArgumentException($"A mask {keep.Shape} does not fit scores {Shape}: its axes must be the last "
                + "ones of the scores, or 1.");
        }
        return Ops.MaskedSoftmax.Instance.Apply(ToFloat(), keep);
    }
}
