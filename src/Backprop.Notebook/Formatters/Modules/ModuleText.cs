using System.Text;
using Backprop.Display;

namespace Backprop;

/// <summary>A net as an aligned table of text.</summary>
internal static class ModuleText
{
    private const int MostRows = 200;
    private const int BarLength = 10;

    public static string Of(ModuleSummary summary)
    {
        List<LayerRow> rows = [.. summary.Rows.Take(MostRows)];
        var text = new StringBuilder(Head(summary)).Append('\n');
        bool isTraced = summary.Input is not null;
        bool[] alignsRight = isTraced ? [false, false, false, true, true, false] : [false, false, true];
        List<string[]> cells =
        [
            isTraced ? ["layer", "", "output", "params", "FLOPs", "memory"] : ["layer", "", "params"],
            .. rows.Select((row, i) => Cells(summary, row, isTraced, IsNotReached(summary, i))),
        ];
        int[] widths = [.. alignsRight.Select((_, i) => cells.Max(c => c[i].Length))];
        foreach (string[] row in cells)
        {
            IEnumerable<string> padded =
                row.Select((c, i) => alignsRight[i] ? c.PadLeft(widths[i]) : c.PadRight(widths[i]));
            text.Append(string.Join("  ", padded).TrimEnd()).Append('\n');
        }
        if (rows.Count < summary.Rows.Count)
        {
            text.Append("Showing ").Append(NumberText.Count(rows.Count)).Append(" of ")
                .Append(NumberText.Count(summary.Rows.Count)).Append(" layers.\n");
        }
        if (summary.Failed is { } failed)
            text.Append("[FAIL] ").Append(LayerText.NameOf(failed)).Append(": ").Append(failed.Error).Append('\n');
        return text.Append(Total(summary)).ToString();
    }

    /// <summary>True for the layers behind the one that failed.</summary>
    public static bool IsNotReached(ModuleSummary summary, int index)
    {
        int failed = summary.Failed is { } row ? summary.Rows.ToList().IndexOf(row) : int.MaxValue;
        return index > failed && summary.Rows[index].Output is null;
    }

    private static string[] Cells(ModuleSummary summary, LayerRow row, bool isTraced, bool isNotReached)
    {
        string name = new string(' ', 2 * row.Depth) + LayerText.ShortNameOf(row);
        string parameters = LayerText.Count(row.ParameterCount);
        if (!isTraced)
            return [name, LayerText.KindOf(row), parameters];
        string output = row.Error is not null ? "✗" : isNotReached ? "not reached" : LayerText.OutputOf(row);
        return [name, LayerText.KindOf(row), output, parameters, LayerText.Flops(row.Flops), Bar(summary, row)];
    }

    private static string Bar(ModuleSummary summary, LayerRow row)
    {
        double share = Share(summary, row);
        return $"{new string('█', (int)Math.Round(share * BarLength)),-BarLength} {NumberText.Percent(share, 0),5}";
    }

    /// <summary>The layer's part of the memory of weights and results.</summary>
    public static double Share(ModuleSummary summary, LayerRow row)
    {
        long whole = summary.ParameterBytes + summary.ActivationBytes;
        return whole == 0 ? 0 : (row.ParameterBytes + row.ActivationBytes) / (double)whole;
    }

    private static string Head(ModuleSummary summary)
    {
        string input = summary.Input is { } shape
            ? $"  input {TensorNames.Of(shape)}  {TensorNames.Of(summary.InputType)}"
            : "";
        return summary.Module.GetType().Name + input;
    }

    private static string Total(ModuleSummary summary)
    {
        string weights =
            $"total {NumberText.Count(summary.ParameterCount)} parameters, {NumberText.Bytes(summary.ParameterBytes)}";
        if (summary.Output is null)
            return weights;
        return $"{weights}, {NumberText.Short(summary.Flops)} FLOPs, activations {NumberText.Bytes(summary.ActivationBytes)}";
    }
}
