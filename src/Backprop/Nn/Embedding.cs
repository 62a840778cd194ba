using System.Globalization;

namespace Backprop;

/// <summary>A vector for each word (or symbol, or class) of a list, all learned: int32 <c>[…]</c> →
/// <c>[…, features]</c>.</summary>
public sealed class Embedding : Module
{
    /// <summary>A table of vectors of the bell curve.</summary>
    /// <param name="count">How many words there are.</param>
    /// <param name="features">How long a vector is.</param>
    /// <param name="padding">The word that only fills up short texts: its vector starts at 0 and is not
    /// learned.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive, or padding is no word.</exception>
    public Embedding(int count, int features, int? padding = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        if (padding is { } word && (uint)word >= (uint)count)
        {
            throw new ArgumentOutOfRangeException(nameof(padding),
                $"Padding word {word} is not one of the {count} words, 0 to {count - 1}.");
        }
        var table = Tensor.Randn(count, features);
        if (padding is { } row)
            table[row] = 0;
        Padding = padding;
        Weight = table.RequireGrad();
    }

    /// <summary>The word that only fills up; null for none.</summary>
    public int? Padding { get; }

    /// <summary>The vectors, <c>[count, features]</c>.</summary>
    /// <exception cref="ArgumentException">A table of another shape is set.</exception>
    public Tensor Weight
    {
        get;
        init => field = Fitting.Parameter(nameof(Weight), field, value);
    }

    /// <summary>Words <c>[…]</c> (int32) → their vectors <c>[…, features]</c>.</summary>
    /// <exception cref="ArgumentException">x is not int32.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A word is not in the table.</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.DType != DType.Int32)
        {
            throw new ArgumentException($"{this} takes the numbers of words as int32, not {x.DType}. Use "
                + "x.To(DType.Int32).");
        }
        var vectors = Weight[x];
        return Padding is { } padding
            ? Tensor.Where(Tensor.Equal(x.Unsqueeze(-1), padding), vectors.Detach(), vectors)
            : vectors;
    }

    /// <summary><c>Embedding(10000 → 64)</c></summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Embedding({Weight.Shape[0]} → {Weight.Shape[1]})");
}
