namespace Backprop.Tests.Parity;

/// <summary>Rows for theories: each name in both precisions.</summary>
internal static class Precisions
{
    /// <summary>A row for each name and precision.</summary>
    public static TheoryData<string, DType> Of(IEnumerable<string> names)
    {
        var rows = new TheoryData<string, DType>();
        foreach (string name in names)
        {
            rows.Add(name, DType.Float32);
            rows.Add(name, DType.Float64);
        }
        return rows;
    }
}
