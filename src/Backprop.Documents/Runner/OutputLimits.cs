namespace Backprop.Documents;

/// <summary>How much a cell may show.</summary>
/// <param name="KeptBytes">What notebook and page keep; the rest is cut with a note.</param>
/// <param name="MostBytes">What a cell may write before it is stopped.</param>
internal sealed record OutputLimits(long KeptBytes, long MostBytes)
{
    /// <summary>5 MB kept, 500 MB written.</summary>
    public static OutputLimits Default { get; } = new(5_000_000, 500_000_000);
}
