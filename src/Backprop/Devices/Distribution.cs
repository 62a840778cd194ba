namespace Backprop;

/// <summary>What <see cref="Device.Random"/> draws.</summary>
public enum Distribution : byte
{
    /// <summary>Evenly from 0 (included) to 1 (left out): multiples of 2⁻²⁴ in float32, 2⁻⁵³ in float64.</summary>
    Uniform,
    /// <summary>The bell curve with mean 0 and standard deviation 1, by Box–Muller.</summary>
    Normal,
}
