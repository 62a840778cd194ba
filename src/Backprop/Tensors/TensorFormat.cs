using System.Globalization;
using System.Text;

namespace Backprop;

/// <summary>Tensors as text: nested lists with aligned columns. Long axes show both ends and say what they
/// hide.</summary>
internal static class TensorFormat
{
    private const int Most = 1000, Ends = 3;

    internal static string Text(Tensor x, string? pattern = null)
    {
        var cells = new List<string>();
        bool isLarge = x.Shape.Size > Most;
        var shown = isLarge ? Corners(x) : x.Detach();
        double[] values = shown.ToArray<double>();
        var format = string.IsNullOrEmpty(pattern) ? NumberFormat.For(values, x.DType) : new NumberFormat(pattern);
        int width = 0;
        foreach (double value in values)
        {
            cells.Add(format.Text(value));
            width = Math.Max(width, cells[^1].Length);
        }
        var text = new StringBuilder();
        int at = 0;
        Write(text, x.Shape, shown.Shape, 0, () => cells[at++].PadLeft(width));
        if (isLarge || x.Shape.Size == 0)
            text.Append(CultureInfo.InvariantCulture, $" {x.DType.ToString().ToLowerInvariant()} {x.Shape}");
        return text.ToString();
    }

    /// <summary>The elements at both ends of each long axis.</summary>
    private static Tensor Corners(Tensor x)
    {
        var shown = x.Detach();
        for (int axis = 0; axis < x.Shape.Rank; axis++)
        {
            int length = x.Shape[axis];
            if (length <= 2 * Ends)
                continue;
            var first = Ops.Narrow.Along(shown.Shape, axis, 0, Ends).Cut(shown);
            var last = Ops.Narrow.Along(shown.Shape, axis, length - Ends, Ends).Cut(shown);
            shown = Tensor.Concat([first, last], axis);
        }
        return shown;
    }

    private static void Write(StringBuilder text, Shape whole, Shape shown, int axis, Func<string> next)
    {
        if (axis == whole.Rank)
        {
            text.Append(next());
            return;
        }
        bool isLast = axis == whole.Rank - 1;
        string gap = isLast ? ", " : "," + new string('\n', whole.Rank - 1 - axis) + new string(' ', axis + 1);
        text.Append('[');
        for (int i = 0; i < shown[axis]; i++)
        {
            if (i > 0)
                text.Append(gap);
            if (i == Ends && shown[axis] < whole[axis])
                text.Append('…').Append(gap);
            Write(text, whole, shown, axis + 1, next);
        }
        text.Append(']');
    }
}
