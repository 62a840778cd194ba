using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const int MostMapLayers = 8;

    /// <summary>
    /// What the channels of each layer make of an image, one small picture each: <c>Plot.FeatureMaps(net, image)</c>
    /// </summary>
    /// <param name="net">A net or a layer whose outputs are images. It runs once, in the mode of use and without
    /// recording.</param>
    /// <param name="image">[channels, height, width], or a batch of one.</param>
    /// <exception cref="ArgumentException">It is no image, or no layer gives images.</exception>
    public static Figure FeatureMaps(Module net, Tensor image)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(image);
        Tensor batch = image.Shape.Rank switch
        {
            3 => image.Unsqueeze(0),
            4 when image.Shape[0] == 1 => image,
            _ => throw new ArgumentException($"Plot.FeatureMaps shows one image [channels, height, width], not "
                + $"{image.Shape}. "
                + (image.Shape.Rank == 4 ? "Take one: x[0]." : "Reshape it: x.Reshape(1, 28, 28).")),
        };
        List<LayerOutput> layers = [.. LayerOutputs.Of(net, batch, "Plot.FeatureMaps")
            .Where(l => l.Output.Shape.Rank == 4)];
        if (layers.Count == 0)
        {
            throw new ArgumentException($"Plot.FeatureMaps: no layer of {net.GetType().Name} gives images [batch, "
                + "channels, height, width]. Pass a convolution, such as net.Conv1.");
        }
        int drawn = Math.Min(layers.Count, MostMapLayers) + 1;
        IEnumerable<FigurePart> parts =
        [
            MapPart("input", batch, drawn),
            .. layers.Take(MostMapLayers).Select(l => MapPart(l.Label, l.Output, drawn)),
        ];
        (string silent, int channels) = layers.Select(l => (l.ShortLabel, Silent(l.Output))).MaxBy(l => l.Item2);
        LayerOutput end = layers[^1];
        return new Figure("Feature maps", parts)
        {
            Subject = net.GetType().Name,
            Extent = layers.Count > MostMapLayers
                ? $"showing {MostMapLayers} of {layers.Count} layers"
                : Count(layers.Count, "layer"),
            Finding = $"From {TensorNames.Of(batch.Shape[1..])} the image becomes "
                + $"{TensorNames.Of(end.Output.Shape[1..])} in {Count(layers.Count, "layer")}. " + (channels > 0
                    ? $"In layer {silent} {Count(channels, "channel")} stay{(channels == 1 ? "s" : "")} 0 everywhere."
                    : "No channel stays 0 everywhere."),
            Caption = "One picture for each channel, on one scale within a layer. A channel lights up where its kernel "
                + "finds what it looks for; deeper maps are smaller and say less about where, more about what.",
        };
    }

    private static FigurePart MapPart(string title, Tensor output, int layers)
    {
        double[][] maps = [.. Numbers(output).Chunk(output.Shape[2] * output.Shape[3])];
        int shown = Math.Min(TileMosaic.Affordable(layers, output.Shape[2], output.Shape[3]), maps.Length);
        string[] names = [.. Enumerable.Range(0, shown).Select(i => Invariant($"{i}"))];
        var mosaic = new TileMosaic(maps[..shown], names, output.Shape[2], output.Shape[3]);
        string label = $"{title}: {Count(shown, "channel")}, {mosaic.Key}.";
        return new FigurePart(title, (_, _) => mosaic.Svg(340, label).ToHtml(), $"  {label}")
        {
            Remark = TensorNames.Of(output.Shape[1..]),
            Note = (shown < maps.Length ? $"Showing {shown} of {maps.Length} channels; " : "") + mosaic.Key,
        };
    }

    private static int Silent(Tensor output) =>
        Numbers(output).Chunk(output.Shape[2] * output.Shape[3]).Count(map => Array.TrueForAll(map, v => v == 0));
}
