using System.Text;
using Backprop.Display;

namespace Backprop;

/// <summary>
/// A tensor in one line: <c>tensor[6, 8] f32 cpu ∂ n=48 x∈[−0.894, 1.16] μ=0.00691 σ=0.483 ▂▅█</c>, then what is wrong
/// with it.
/// </summary>
internal static class TensorText
{
    private const int Blocks = 13;

    /// <summary>The line.</summary>
    public static string Line(Tensor tensor, TensorFacts facts)
    {
        var line = new StringBuilder("tensor").Append(TensorNames.Of(tensor.Shape)).Append(' ');
        line.Append(TensorNames.Short(tensor.DType)).Append(' ').Append(tensor.Device.Name);
        line.Append(tensor.RequiresGrad ? " ∂" : "");
        if (facts.Count == 1 && facts.AllFinite)
            return line.Append(" x=").Append(TensorNames.Exact(facts.Min, tensor.DType)).ToString();

        line.Append(" n=").Append(NumberText.Count(facts.Count));
        if (facts.Finite > 0)
            AppendStatistics(line, tensor.DType, facts);
        AppendAlarm(line, facts);
        return line.ToString();
    }

    private static void AppendStatistics(StringBuilder line, DType dtype, TensorFacts facts)
    {
        if (facts.Min == facts.Max)
        {
            line.Append(
                facts.Min == 0 && dtype != DType.Bool ? " all zero" : " all " + TensorNames.Number(facts.Min, dtype));
            return;
        }
        if (dtype == DType.Bool)
        {
            line.Append(" True×").Append(NumberText.Count(facts.Count - facts.Zeros));
            line.Append(" False×").Append(NumberText.Count(facts.Zeros));
            return;
        }
        line.Append(" x∈[").Append(TensorNames.Number(facts.Min, dtype)).Append(", ");
        line.Append(TensorNames.Number(facts.Max, dtype)).Append(']');
        line.Append(" μ=").Append(NumberText.Significant(facts.Mean));
        if (double.IsFinite(facts.Std))
            line.Append(" σ=").Append(NumberText.Significant(facts.Std));
        line.Append(' ').Append(Sparkline.OfCounts(Joined(facts.Histogram)));
    }

    private static void AppendAlarm(StringBuilder line, TensorFacts facts)
    {
        if (facts.NaNs > 0)
            line.Append(" NaN!×").Append(NumberText.Count(facts.NaNs));
        if (facts.PlusInfs > 0)
            line.Append(" +Inf!×").Append(NumberText.Count(facts.PlusInfs));
        if (facts.MinusInfs > 0)
            line.Append(" −Inf!×").Append(NumberText.Count(facts.MinusInfs));
    }

    // Two bins of the drawing are one block of the line.
    private static List<int> Joined(IReadOnlyList<int> counts) =>
        [.. counts.Chunk(Math.Max(1, counts.Count / Blocks)).Select(pair => pair.Sum())];
}
