using System.Collections;
using System.Globalization;
using Backprop.Display;

namespace Backprop;

/// <summary>Which chart shows which value.</summary>
internal static class PlotKinds
{
    /// <summary>The kinds that can be asked for.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["line", "point", "column", "histogram", "heatmap", .. NetworkPlots.Kinds];

    /// <summary>Whether there is a chart of it, for completion.</summary>
    public static bool CanDraw(object? value) => value is Tensor or History or Chart or Delegate or RocCurve
        or ConfusionMatrix or TensorDataset or TuningResults or Module || (value is IEnumerable items && IsNumbers(items));

    /// <summary>The picture of a value.</summary>
    /// <param name="value">What is drawn.</param>
    /// <param name="x">Where the points stand, or null.</param>
    /// <param name="call">With <c>--kind</c>.</param>
    /// <param name="name">What the learner calls it.</param>
    public static object Draw(object value, IReadOnlyList<double>? x, DirectiveCall call, string name)
    {
        string? kind = call.Has("--kind") ? call.Get<string>("--kind") : null;
        switch (value)
        {
            case Chart chart:
                return chart;
            case History history:
                return Plot.LearningCurves(history);
            case RocCurve roc:
                return Plot.Roc((name, roc));
            case ConfusionMatrix matrix:
                return Plot.Confusion(matrix);
            case TuningResults search:
                return Chart.Line(search.BestSoFar).WithTitle("Best so far").WithXAxisStyle("trial").WithYAxisStyle("score");
            case TensorDataset set:
                return Points(set, name);
            case Tensor { Shape.Rank: 2 } table when kind is null or "heatmap":
                return Chart.Heatmap(table).WithTitle(name);
            default:
                if (kind is not null && NetworkPlots.Kinds.Contains(kind))
                    throw new DirectiveException($"--kind {kind}: a network is needed, and {name} is none.", "--kind");
                return OfNumbers(Numbers(value, name), x, kind ?? "line").WithTitle(name);
        }
    }

    /// <summary>A row of numbers from a tensor or a sequence.</summary>
    /// <exception cref="DirectiveException">It is none.</exception>
    public static IReadOnlyList<double> Numbers(object value, string name)
    {
        if (value is Tensor tensor)
            return tensor.ToArray<double>();
        if (value is IEnumerable items && IsNumbers(items))
            return [.. items.Cast<object>().Select(item => Convert.ToDouble(item, CultureInfo.InvariantCulture))];
        throw new DirectiveException($"{name} is a {value.GetType().Name}: numbers, a tensor, a training, a data set or a "
            + "function can be drawn.", "what");
    }

    private static bool IsNumbers(IEnumerable items)
    {
        if (items is string or not ICollection)
            return false;
        object? first = items.Cast<object?>().FirstOrDefault();
        return first is double or float or int or long or decimal;
    }

    private static Chart OfNumbers(IReadOnlyList<double> y, IReadOnlyList<double>? x, string kind)
    {
        if (x is not null && x.Count != y.Count)
            throw new DirectiveException($"--x has {x.Count} numbers, the values are {y.Count}.", "--x");
        IEnumerable<double> at = x ?? [.. Enumerable.Range(0, y.Count).Select(i => (double)i)];
        return kind switch
        {
            "point" => Chart.Point(at, y),
            "column" => Chart.Column(y, at),
            "histogram" => Chart.Histogram(y),
            "heatmap" => throw new DirectiveException("--kind heatmap: a tensor of rank 2 is needed.", "--kind"),
            _ => Chart.Line(at, y),
        };
    }

    private static Chart Points(TensorDataset set, string name)
    {
        if (set.Inputs.Shape.Rank != 2 || set.Inputs.Shape[1] is not (1 or 2))
        {
            throw new DirectiveException(
                $"{name}: inputs of 1 or 2 numbers can be drawn as points, not {set.Inputs.Shape}.", "what");
        }
        double[] all = set.Inputs.ToArray<double>(), y = set.Targets.ToArray<double>();
        if (set.Inputs.Shape[1] == 1)
            return Chart.Point(all, y).WithTitle(name).WithXAxisStyle("input").WithYAxisStyle("target");
        IEnumerable<Chart> classes = y.Distinct().Order().Take(5).Select(label =>
        {
            int[] rows = [.. Enumerable.Range(0, y.Length).Where(i => y[i] == label)];
            return Chart.Point(rows.Select(i => all[2 * i]), rows.Select(i => all[(2 * i) + 1]),
                Name: string.Create(CultureInfo.InvariantCulture, $"class {label}"));
        });
        return Chart.Combine(classes).WithTitle(name).WithXAxisStyle("x₁").WithYAxisStyle("x₂");
    }
}
