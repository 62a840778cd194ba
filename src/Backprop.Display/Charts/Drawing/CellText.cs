namespace Backprop.Display;

/// <summary>Numbers inside the cells of one heat map, all written alike.</summary>
public static class CellText
{
    /// <summary>
    /// Whole numbers as such; else two decimals, or three where all are small; powers of ten where they are tiny or
    /// huge.
    /// </summary>
    public static Func<double, string> For(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        double largest = finite.Length == 0 ? 0 : finite.Max(Math.Abs);
        if (Array.TrueForAll(finite, v => v == Math.Floor(v)) && largest < 100_000)
            return v => NumberText.Fixed(v, 0);
        return largest switch
        {
            < 0.01 or >= 100_000 => v => NumberText.Scientific(v, 2),
            < 0.2 => v => NumberText.Fixed(v, 3),
            < 100 => v => NumberText.Fixed(v, 2),
            < 1000 => v => NumberText.Fixed(v, 1),
            _ => v => NumberText.Fixed(v, 0),
        };
    }
}
