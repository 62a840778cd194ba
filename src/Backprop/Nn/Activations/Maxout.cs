namespace Backprop;

/// <summary>The largest of each group of features, as a layer: many to one.</summary>
/// <param name="pieces">How many features compete for one output.</param>
public sealed class Maxout(int pieces) : Module
{
    /// <summary><c>[batch, n · pieces]</c> → <c>[batch, n]</c>.</summary>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Maxout(pieces);
    }
}
