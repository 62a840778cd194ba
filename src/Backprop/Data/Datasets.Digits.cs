namespace Backprop;

/// <content>Images.</content>
public static partial class Datasets
{
    /// <summary>Digits as if written by hand, drawn by <see cref="GlyphDigits"/>: inputs <c>[count, 1, 28, 28]</c> in
    /// 0…1 (ink is 1), targets 0 to 9 <c>[count]</c>, int32. The digits take turns.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed draws the same digits; take another one for the test.</param>
    /// <param name="flat">Whether each image is one row of 784 numbers: <c>[count, 784]</c>.</param>
    public static TensorDataset Digits(int count = 1000, int seed = 0, bool flat = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var (images, labels) = GlyphDigits.Draw(count, seed);
        const int side = GlyphDigits.Side;
        Shape shape = flat ? [count, side * side] : [count, 1, side, side];
        return new TensorDataset(Tensor.From(images, shape), Tensor.From(labels));
    }
}
