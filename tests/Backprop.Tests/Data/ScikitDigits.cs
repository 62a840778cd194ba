namespace Backprop.Tests.Data;

/// <summary>The 1,797 scanned digits of 8 × 8 pixels that come with scikit-learn (Debian: python3-sklearn). Only for
/// tests that carry <see cref="ScikitFactAttribute"/>.</summary>
internal static class ScikitDigits
{
    internal const string File = "/usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz";

    /// <summary>Inputs [1797, 1, 8, 8] in 0…1, targets [1797].</summary>
    internal static TensorDataset Load()
    {
        Tensor table = Csv.Read(File, header: false).ToTensor();
        return new TensorDataset((table[.., ..64] / 16).Reshape(-1, 1, 8, 8), table[.., 64].To(DType.Int32));
    }
}
