namespace Backprop;

/// <content>Curves and sequences. A sequence is <c>[steps, channels]</c>, a batch of them
/// <c>[count, steps, channels]</c>.</content>
public static partial class Datasets
{
    /// <summary>Points on a sine curve, to learn a function from: inputs x in −π…π <c>[count, 1]</c>, targets
    /// sin x + noise <c>[count, 1]</c>.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="noise">The standard deviation of the noise.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    public static TensorDataset Sine(int count = 100, double noise = 0.1, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        return Sequences(count, 1, 1, seed, (_, random, inputs, targets) =>
        {
            double x = Math.PI * (2 * random.NextDouble() - 1);
            inputs[0] = (float)x;
            targets[0] = (float)(Math.Sin(x) + noise * random.NextNormal());
        }, (x, y) => new TensorDataset(x.Reshape(count, 1), y));
    }

    /// <summary>A swing of two tones with noise, cut into windows, to foretell what comes next: inputs
    /// <c>[count, window, 1]</c>, targets <c>[count, 1]</c>, the number behind each window. Windows follow one another
    /// in time, one step apart, so split them without shuffling.</summary>
    /// <param name="count">How many windows.</param>
    /// <param name="window">How many steps the net sees.</param>
    /// <param name="noise">The standard deviation of the noise.</param>
    /// <param name="seed">The same seed gives the same series.</param>
    public static TensorDataset TimeSeries(int count = 400, int window = 16, double noise = 0.05, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(window);
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var random = new SeededRandom(seed);
        var series = new float[checked(count + window)];
        for (int t = 0; t < series.Length; t++)
        {
            double tones = Math.Sin(2 * Math.PI * t / 25) + 0.5 * Math.Sin(2 * Math.PI * t / 9);
            series[t] = (float)(tones + noise * random.NextNormal());
        }
        return Sequences(count, window, 1, seed, (i, _, inputs, targets) =>
        {
            series.AsSpan(i, window).CopyTo(inputs);
            targets[0] = series[i + window];
        }, (x, y) => new TensorDataset(x, y));
    }

    /// <summary>Random bits, −1 or 1; the class is the first one (0 or 1), which a net must carry to the end: inputs
    /// <c>[count, length, 1]</c>, targets <c>[count]</c>, int32.</summary>
    /// <param name="count">How many sequences.</param>
    /// <param name="length">How many bits in each.</param>
    /// <param name="seed">The same seed gives the same bits.</param>
    public static TensorDataset RememberFirstBit(int count = 500, int length = 50, long seed = 0) =>
        Sequences(count, length, 1, seed, (_, random, inputs, targets) =>
        {
            for (int t = 0; t < inputs.Length; t++)
                inputs[t] = 2 * random.Next(2) - 1;
            targets[0] = inputs[0] > 0 ? 1 : 0;
        }, Classes);

    /// <summary>The adding problem: in each sequence two of the numbers are marked, and their sum is asked for. Inputs
    /// <c>[count, length, 2]</c>, numbers in 0…1 beside their marks; targets <c>[count, 1]</c>. Always saying 1 has a
    /// mean squared error of 1/6.</summary>
    /// <remarks>Source: Hochreiter and Schmidhuber, Long short-term memory (1997). Each half has one mark.</remarks>
    /// <param name="count">How many sequences.</param>
    /// <param name="length">How many numbers in each; 2 or more.</param>
    /// <param name="seed">The same seed gives the same numbers.</param>
    public static TensorDataset AddingProblem(int count = 500, int length = 50, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        return Sequences(count, length, 2, seed, (_, random, inputs, targets) =>
        {
            for (int t = 0; t < length; t++)
                inputs[2 * t] = random.NextSingle();
            int first = random.Next(length / 2), second = random.Next(length / 2, length);
            inputs[2 * first + 1] = inputs[2 * second + 1] = 1;
            targets[0] = inputs[2 * first] + inputs[2 * second];
        }, (x, y) => new TensorDataset(x, y));
    }

    /// <summary>Waves of four forms with any period and phase: class 0 sine, 1 square, 2 sawtooth, 3 triangle. Inputs
    /// <c>[count, length, 1]</c>, targets <c>[count]</c>, int32.</summary>
    /// <param name="count">How many waves; the forms take turns.</param>
    /// <param name="length">How many steps of each.</param>
    /// <param name="noise">The standard deviation of the noise.</param>
    /// <param name="seed">The same seed gives the same waves.</param>
    public static TensorDataset PeriodicSignals(int count = 400, int length = 50, double noise = 0.1, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        return Sequences(count, length, 1, seed, (i, random, inputs, targets) =>
        {
            double phase = random.NextDouble(), period = 10 + 15 * random.NextDouble();
            for (int t = 0; t < inputs.Length; t++)
            {
                double turn = phase + t / period;
                inputs[t] = (float)(Wave(i % 4, turn - Math.Floor(turn)) + noise * random.NextNormal());
            }
            targets[0] = i % 4;
        }, Classes);
    }

    // The height at a part of the period, 0 to 1.
    private static double Wave(int form, double part) => form switch
    {
        0 => Math.Sin(2 * Math.PI * part),
        1 => part < 0.5 ? 1 : -1,
        2 => 2 * part - 1,
        _ => 1 - 4 * Math.Abs(part - 0.5),
    };

    private delegate void Filling(int index, SeededRandom random, Span<float> inputs, Span<float> target);

    private static TensorDataset Sequences(int count, int length, int channels, long seed, Filling fill,
        Func<Tensor, Tensor, TensorDataset> pair)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        var random = new SeededRandom(seed);
        int one = checked(length * channels);
        var inputs = new float[checked(count * one)];
        var targets = new float[count];
        for (int i = 0; i < count; i++)
            fill(i, random, inputs.AsSpan(i * one, one), targets.AsSpan(i, 1));
        return pair(Tensor.From(inputs, [count, length, channels]), Tensor.From(targets, [count, 1]));
    }

    private static TensorDataset Classes(Tensor x, Tensor y) => new(x, y.Reshape(y.Shape[0]).To(DType.Int32));
}
