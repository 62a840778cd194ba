using System.Globalization;

namespace Backprop;

/// <summary>Draws symbols from logits, again the same ones from the same seed.</summary>
internal sealed class Sampler
{
    private readonly double temperature;
    private readonly ulong seed;
    private ulong counter;

    /// <param name="temperature">1 draws as the model says; lower is bolder, 0 always takes the likeliest.</param>
    /// <param name="seed">Where random numbers start; if null, at the source that <see cref="Tensor.Seed"/>
    /// starts.</param>
    /// <param name="count">How many symbols will be drawn.</param>
    internal Sampler(double temperature, long? seed, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!(temperature >= 0 && double.IsFinite(temperature)))
        {
            throw new ArgumentOutOfRangeException(nameof(temperature), string.Create(CultureInfo.InvariantCulture,
                $"A temperature is 0 (the likeliest symbol) or more, not {temperature}."));
        }
        this.temperature = temperature;
        (this.seed, counter) = seed is { } given ? (unchecked((ulong)given), 0) : RandomState.Take((ulong)count);
    }

    /// <summary>A symbol, likely by e^(logit / temperature).</summary>
    internal int Draw(Tensor logits)
    {
        if (temperature == 0)
            return (int)logits.ArgMax().Item();
        double[] probabilities = (logits.To(DType.Float64) / temperature).Softmax().ToArray<double>();
        Span<double> left = stackalloc double[1];
        RandomNumbers.Fill(left, Distribution.Uniform, seed, counter++);
        int symbol = 0;
        while (symbol < probabilities.Length - 1 && (left[0] -= probabilities[symbol]) >= 0)
            symbol++;
        return symbol;
    }
}
