using Backprop.Display;

namespace Backprop;

/// <summary>
/// Regions over a picture of numbers: where the pointer rests, it says which numbers these are, and their mean.
/// </summary>
internal static class HoverGrid
{
    /// <param name="grid">The numbers.</param>
    /// <param name="most">How many regions.</param>
    public static Html Of(TensorGrid grid, int most)
    {
        int rows = Math.Min(grid.Rows, (int)Math.Sqrt(most));
        int columns = Math.Min(grid.Columns, most / rows);
        var regions = new List<Html>();
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                regions.Add(Region(grid, Part(grid.Rows, i, rows), Part(grid.Columns, j, columns)));
        }
        string template = FormattableString.Invariant($"grid-template:repeat({rows},1fr)/repeat({columns},1fr)");
        return Html.Of($"<div class=\"bp-over\" aria-hidden=\"true\" style=\"{template}\">{regions}</div>");
    }

    private static (int Start, int End) Part(int length, int index, int parts) =>
        ((int)((long)length * index / parts), (int)((long)length * (index + 1) / parts));

    private static Html Region(TensorGrid grid, (int Start, int End) rows, (int Start, int End) columns)
    {
        double sum = 0;
        int count = 0;
        double[] row = new double[columns.End - columns.Start];
        for (int i = rows.Start; i < rows.End; i++)
        {
            grid.Read(i, columns.Start, row);
            foreach (double value in row)
            {
                if (!double.IsFinite(value))
                    continue;
                sum += value;
                count++;
            }
        }
        string place = grid.IsVector ? Span(columns) : $"{Span(rows)}, {Span(columns)}";
        bool isOne = (rows.End - rows.Start) * (columns.End - columns.Start) == 1;
        string number = NumberText.Significant(sum / count);
        return Html.Of($"<i title=\"[{place}] {(isOne ? "" : "mean ")}{number}\"></i>");
    }

    private static string Span((int Start, int End) part) => part.End - part.Start == 1
        ? FormattableString.Invariant($"{part.Start}")
        : FormattableString.Invariant($"{part.Start}..{part.End}");
}
