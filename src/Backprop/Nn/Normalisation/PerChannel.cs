namespace Backprop;

/// <summary>One number for each channel (axis 1), against tensors that have axes behind it.</summary>
internal static class PerChannel
{
    /// <summary><c>[channels, 1, …]</c>, which broadcasts against x.</summary>
    internal static int[] Shape(Tensor x, int channels)
    {
        var shape = new int[x.Shape.Rank - 1];
        Array.Fill(shape, 1);
        shape[0] = channels;
        return shape;
    }

    /// <summary>y · weight + bias, as far as there are such.</summary>
    internal static Tensor Affine(Tensor y, Tensor? weight, Tensor? bias, ReadOnlySpan<int> shape)
    {
        if (weight is not null)
            y *= weight.Reshape(shape);
        return bias is null ? y : y + bias.Reshape(shape);
    }
}
