using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    /// <summary>
    /// What each unit of a layer looks for, as one small picture each: the kernels of a convolution, or the rows of a
    /// linear layer whose inputs are an image. <c>Plot.Weights(net[0])</c>
    /// </summary>
    /// <param name="layer">A layer with a weight [units, inputs] or [outputs, channels, height, width]; of a net the
    /// first such layer is taken.</param>
    /// <param name="size">Height and width of the image that a linear layer reads; left out, a square where the inputs
    /// make one, else the weights are shown as a matrix.</param>
    /// <exception cref="ArgumentException">There is no such weight, or the size does not fit.</exception>
    public static Figure Weights(Module layer, (int Height, int Width)? size = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        layer = FirstWithWeight(layer) ?? layer;
        (string name, Tensor weight) = layer.NamedParameters.FirstOrDefault(IsWeight);
        if (weight is null)
        {
            throw new ArgumentException($"Plot.Weights: {layer} has no weight of shape [units, inputs] or "
                + "[outputs, channels, height, width]. Pass a Linear or a Conv2d.");
        }
        return weight.Shape.Rank == 4 ? Kernels(layer, name, weight) : Units(layer, name, weight, size);
    }

    private static bool IsWeight((string Name, Tensor Value) parameter) => parameter.Value.Shape.Rank is 2 or 4;

    // The innermost module that holds the first weight.
    private static Module? FirstWithWeight(Module module)
    {
        foreach ((_, Module child) in module.Children)
        {
            if (child.NamedParameters.Any(IsWeight))
                return FirstWithWeight(child);
        }
        return module.NamedParameters.Any(IsWeight) ? module : null;
    }

    private static Figure Kernels(Module layer, string name, Tensor weight)
    {
        (int outputs, int channels) = (weight.Shape[0], weight.Shape[1]);
        double[][] tiles = [.. Numbers(weight).Chunk(weight.Shape[2] * weight.Shape[3])];
        string[] names = [.. Enumerable.Range(0, outputs * channels).Select(i =>
            channels == 1 ? Invariant($"{i}") : Invariant($"{i / channels}←{i % channels}"))];
        return WeightFigure(layer, name, weight, tiles, names, (weight.Shape[2], weight.Shape[3]), "kernel",
            channels == 1
                ? "Each picture is the kernel of one output channel."
                : "Each picture is one kernel: output channel ← input channel.");
    }

    private static Figure Units(Module layer, string name, Tensor weight, (int Height, int Width)? size)
    {
        int inputs = weight.Shape[1];
        if (size is { } given && given.Height * given.Width != inputs)
        {
            throw new ArgumentException(Invariant($"Plot.Weights: {given.Height} × {given.Width} pixels are ")
                + Invariant($"{given.Height * given.Width}, but a unit of {layer} has {inputs} inputs. ")
                + "Choose a size that fits.");
        }
        int side = (int)Math.Round(Math.Sqrt(inputs));
        (int Height, int Width)? image = size ?? (side >= 4 && side * side == inputs ? (side, side) : null);
        if (image is not { } tile)
            return WeightMatrix(layer, name, weight);
        string[] names = [.. Enumerable.Range(0, weight.Shape[0]).Select(i => Invariant($"{i}"))];
        return WeightFigure(layer, name, weight, [.. Numbers(weight).Chunk(inputs)], names, tile, "unit",
            "Each picture shows the weights of one unit, each where its input stands in the image.");
    }

    private static Figure WeightFigure(
        Module layer,
        string name,
        Tensor weight,
        double[][] tiles,
        string[] names,
        (int Height, int Width) size,
        string of,
        string reading)
    {
        // Drawn twice, for wide and for narrow columns.
        int shown = Math.Min(TileMosaic.Affordable(2, size.Height, size.Width), tiles.Length);
        var mosaic = new TileMosaic(tiles[..shown], names[..shown], size.Height, size.Width);
        string finding = WeightFinding(tiles, names, of);
        string label = $"{Count(shown, of)} of {layer} as pictures. {finding}";
        var part = new FigurePart("Weights", (_, _) => mosaic.Draw(label), $"  {Count(shown, of)}, {mosaic.Key}");
        return new Figure("Weights", part)
        {
            Subject = $"{layer}, {name} {TensorNames.Of(weight.Shape)}",
            Extent = shown < tiles.Length
                ? $"showing {shown} of {NumberText.Count(tiles.Length)} {of}s"
                : Count(shown, of),
            Finding = finding,
            Caption = $"{reading} Green adds where the input is bright, plum takes away ({mosaic.Key}). All pictures "
                + "share one scale.",
        };
    }

    private static Figure WeightMatrix(Module layer, string name, Tensor weight)
    {
        Chart chart = Chart.Heatmap(Matrix(weight), name)
            .WithTitle("Weights").WithXAxisStyle("input").WithYAxisStyle("unit");
        double[][] rows = [.. Numbers(weight).Chunk(weight.Shape[1])];
        return new Figure("Weights", FigurePart.Of(chart))
        {
            Subject = $"{layer}, {name} {TensorNames.Of(weight.Shape)}",
            Finding = WeightFinding(rows, [.. rows.Select((_, i) => Invariant($"{i}"))], "unit"),
            Caption = "One row for each unit, one column for each of its inputs. Green adds, plum takes away.",
        };
    }

    private static string WeightFinding(double[][] tiles, string[] names, string of)
    {
        double[] lengths = [.. tiles.Select(t => Math.Sqrt(t.Sum(v => v * v)))];
        int strongest = Array.IndexOf(lengths, lengths.Max());
        int weakest = Array.IndexOf(lengths, lengths.Min());
        double[] all = [.. tiles.SelectMany(t => t)];
        return $"Weights from {Number(all.Min())} to {Number(all.Max())}; strongest is {of} {names[strongest]} (length "
            + $"{Number(lengths[strongest])}), weakest {of} {names[weakest]} ({Number(lengths[weakest])}).";
    }
}
