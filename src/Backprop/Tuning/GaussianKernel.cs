namespace Backprop;

/// <summary>How alike the results of two trials are, by their distance.</summary>
public enum GaussianKernel
{
    /// <summary>Matérn 5/2, (1 + √5 r + 5r²/3) e^(−√5 r): smooth, but not more than losses are.</summary>
    Matern,
    /// <summary>e^(−r²/2): infinitely smooth.</summary>
    Rbf,
}
