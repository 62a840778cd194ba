// Attention: layers in which every position looks at others. The softmax over a mask is an op, everything else here is
// products of matrices.
namespace Backprop;

/// <content>Attention as a function.</content>
public static partial class Functional
{
    /// <summary>
    /// softmax(Q Kᵀ / √d) V: each query takes the mean of the values, weighted by how well their keys fit it.
    /// Vaswani and others, 2017.
    /// </summary>
    /// <param name="q">Queries, [..., queries, d].</param>
    /// <param name="k">Keys, [..., keys, d].</param>
    /// <param name="v">Values, [..., keys, features].</param>
    /// <param name="mask">bool, true where a query may look: [queries, keys], or with the axes before. A query that may
    /// look nowhere gets 0.</param>
    /// <param name="causal">Whether each position looks only at itself and those before.</param>
    /// <returns>[..., queries, features]</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static Tensor Attention(Tensor q, Tensor k, Tensor v, Tensor? mask = null, bool causal = false)
    {
        ArgumentNullException.ThrowIfNull(v);
        var weights = AttentionWeights(q, k, mask, causal);
        if (v.Shape.Rank < 2 || v.Shape[^2] != k.Shape[^2])
            throw new ArgumentException($"Keys {k.Shape} and values {v.Shape} belong together in pairs: give as many.");
        return weights.MatMul(v);
    }

    /// <summary>How much each query takes of each value, softmax(Q Kᵀ / √d): [..., queries, keys], each row sums to
    /// 1.</summary>
    /// <inheritdoc cref="Attention"/>
    public static Tensor AttentionWeights(Tensor q, Tensor k, Tensor? mask = null, bool causal = false)
    {
        ArgumentNullException.ThrowIfNull(q);
        ArgumentNullException.ThrowIfNull(k);
        if (q.Shape.Rank < 2 || k.Shape.Rank < 2 || q.Shape[^1] != k.Shape[^1])
        {
            throw new ArgumentException($"Queries {q.Shape} and keys {k.Shape} do not compare: both need the shape "
                + "[..., positions, features], with as many features.");
        }
        var scores = q.MatMul(k.T) / Math.Sqrt(q.Shape[^1]);
        if (causal)
        {
            var past = Past(scores);
            mask = mask is null ? past : mask & past;
        }
        return mask is null ? scores.Softmax() : scores.MaskedSoftmax(mask);
    }

    /// <summary>True on and below the diagonal of [positions, positions].</summary>
    private static Tensor Past(Tensor scores)
    {
        if (scores.Shape[^1] != scores.Shape[^2])
        {
            throw new ArgumentException($"Causal attention needs as many keys as queries, not scores {scores.Shape}. "
                + "Say with a mask who may look where.");
        }
        var position = Tensor.Arange(0, scores.Shape[^1], dtype: DType.Int32).To(scores.Device);
        return position.Unsqueeze(1) >= position;
    }
}
