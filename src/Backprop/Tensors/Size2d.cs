using System.Globalization;

namespace Backprop;

/// <summary>Something along height and width: a kernel, a stride, a padding. One number says both
/// (<c>kernel: 3</c>), a pair says each (<c>kernel: (3, 5)</c>).</summary>
/// <param name="Height">Along axis 2 of <c>[batch, channels, height, width]</c>.</param>
/// <param name="Width">Along axis 3.</param>
public readonly record struct Size2d(int Height, int Width)
{
    /// <summary>How many places there are.</summary>
    internal int Area => Height * Width;

    /// <summary>The same along both.</summary>
    public static implicit operator Size2d(int both) => new(both, both);

    /// <summary>Height, then width.</summary>
    public static implicit operator Size2d((int Height, int Width) size) => new(size.Height, size.Width);

    /// <summary><c>3×5</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Height}×{Width}");
}
