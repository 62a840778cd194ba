using System.Globalization;

namespace Backprop;

/// <summary>One column of a <see cref="Table"/>: numbers (a missing one is NaN) or words (a missing one is
/// empty).</summary>
internal sealed record TableColumn(string Name, double[]? Numbers, string[]? Words)
{
    internal int Count => Numbers?.Length ?? Words!.Length;

    internal bool IsMissing(int row) => Numbers is null ? Words![row].Length == 0 : double.IsNaN(Numbers[row]);

    internal IEnumerable<string> Texts() => Words ?? Numbers!.Select(Text);

    internal TableColumn Take(int[] rows) =>
        Numbers is null
            ? this with { Words = [.. rows.Select(row => Words![row])] }
            : this with { Numbers = [.. rows.Select(row => Numbers[row])] };

    /// <summary>The shortest text that reads back as the same number.</summary>
    private static string Text(double number) =>
        double.IsNaN(number) ? "" : number.ToString("R", CultureInfo.InvariantCulture);
}
