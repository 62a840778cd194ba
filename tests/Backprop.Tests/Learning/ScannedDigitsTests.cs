using Backprop.Tests.Data;

namespace Backprop.Tests.Learning;

/// <summary>Real scanned digits, a fifth of them held back, mixed by a fixed seed with every class in its share.</summary>
[Collection(nameof(Seeded))]
public class ScannedDigitsTests
{
    [ScikitFact]
    public void A_perceptron_reads_at_least_96_of_100_scanned_digits()
    {
        var (train, test) = ScikitDigits.Load().Split(0.8, shuffle: true, seed: 1, stratify: true);
        Learns.To(0.96, seeds: 3, _ => Learns.Classifier(new Mlp([64, 64, 10]), train, test, steps: 600));
    }

    [ScikitFact]
    [Trait("Speed", "Slow")]
    public void LeNet_reads_at_least_98_of_100_scanned_digits()
    {
        var (train, test) = Enlarged(ScikitDigits.Load()).Split(0.8, shuffle: true, seed: 1, stratify: true);
        Learns.To(0.98, seeds: 2, _ => Learns.Classifier(new LeNet(), train, test, steps: 300, rate: 5e-3));
    }

    /// <summary>Each pixel becomes 3 × 3, and a rim of two is put around: 8 × 8 → 28 × 28.</summary>
    private static TensorDataset Enlarged(TensorDataset digits)
    {
        int n = digits.Count;
        var large = Tensor.Zeros(n, 1, 28, 28);
        large[.., .., 2..26, 2..26] = digits.Inputs.Reshape(n, 1, 8, 1, 8, 1).Expand(n, 1, 8, 3, 8, 3).Reshape(n, 1, 24, 24);
        return new TensorDataset(large, digits.Targets);
    }
}
