using Backprop.Display;

namespace Backprop;

/// <summary>A function of one number as a curve, and its derivative beside it.</summary>
internal static class FunctionPlot
{
    private const int Count = 201;

    /// <summary>The curve.</summary>
    /// <exception cref="DirectiveException">The range is none, or the function is not of one number each.</exception>
    public static Chart Of(Func<Tensor, Tensor> function, string name, DirectiveCall call)
    {
        (double from, double to) = (call.Get<double>("--from"), call.Get<double>("--to"));
        if (!(from < to && double.IsFinite(to - from)))
            throw new DirectiveException(FormattableString.Invariant($"--to {to}: it must be above --from {from}."), "--to");
        double[] x = [.. Enumerable.Range(0, Count).Select(i => from + ((to - from) * i / (Count - 1)))];
        Tensor input = Tensor.From(x, new Shape(Count), DType.Float64).RequireGrad();
        Tensor y = function(input);
        if (y.Shape.Size != Count)
        {
            throw new DirectiveException(
                $"{name}: from {Count} numbers came {y.Shape}. A function of each number by itself can be drawn.", "what");
        }
        string title = name.Contains("=>", StringComparison.Ordinal) ? name.Split("=>", 2)[1].Trim() : name;
        Chart curve = Chart.Line(x, y.ToArray<double>(), Name: "f", Role: SeriesRole.Value);
        if (!call.Get<bool>("--slope"))
            return curve.WithTitle(title).WithXAxisStyle("x").WithYAxisStyle("f(x)");
        if (y.Origin is null)
            throw new DirectiveException("--slope: this function does not go through tensors, so it has no gradient.", "--slope");
        double[] slopes = Tensor.Gradient(y.Sum(), input).ToArray<double>();
        Chart slope = Chart.Line(x, slopes, Name: "f′", Role: SeriesRole.Gradient, Dashed: true);
        return Chart.Combine(curve, slope).WithTitle(title).WithXAxisStyle("x").WithYAxisStyle("f(x), f′(x)");
    }

    /// <summary>A function of plain numbers as one of tensors.</summary>
    public static Func<Tensor, Tensor> OfNumbers(Func<double, double> function) => x =>
        Tensor.From([.. x.ToArray<double>().Select(function)], x.Shape, DType.Float64);
}
