namespace Backprop;

/// <summary>What a net most likely takes, where nobody says so: found from its first layers, and by trying.</summary>
internal static class InputGuess
{
    private static readonly int[] ImageSizes = [28, 32, 16, 8, 64, 224, 12, 20, 24];
    private static readonly int[] SeriesLengths = [50, 100, 16];
    private const int Steps = 6;

    /// <summary>Whole numbers where the first layer looks up vectors, else float32.</summary>
    public static DType TypeFor(Module module) => First(module) is Embedding ? DType.Int32 : DType.Float32;

    /// <summary>The shape of one example as a batch, or null where none is found that goes through.</summary>
    public static Shape? ShapeFor(Module module)
    {
        using IDisposable scope = module.Evaluate();
        using var dry = new DryRun();
        foreach (Shape shape in Candidates(module))
        {
            if (Takes(module, shape))
                return shape;
        }
        return null;
    }

    private static bool Takes(Module module, Shape shape)
    {
        try
        {
            module.Forward(Tensor.Zeros(shape).To(TypeFor(module)));
            return true;
        }
#pragma warning disable CA1031 // A layer of a learner's own may throw anything: then it is another shape.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private static IEnumerable<Shape> Candidates(Module module) => First(module) switch
    {
        Linear linear => [[1, linear.Weight.Shape[1]], [1, Steps, linear.Weight.Shape[1]]],
        Conv2d conv => ImageSizes.Select(size => new Shape([1, conv.Weight.Shape[1] * conv.Groups, size, size])),
        Conv1d conv => SeriesLengths.Select(size => new Shape([1, conv.Weight.Shape[1] * conv.Groups, size])),
        Embedding => [[1, Steps], [1]],
        RecurrentLayer recurrent => [[1, Steps, recurrent.Inputs]],
        RecurrentCell cell => [[1, cell.Inputs]],
        TransformerLayer transformer => [[1, Steps, transformer.Width]],
        MultiHeadAttention attention => [[1, Steps, attention.Width]],
        _ => [],
    };

    // The first layer that learns something, in the order in which they are declared.
    private static Module? First(Module module)
    {
        if (module is TransformerLayer or MultiHeadAttention or RecurrentLayer)
            return module;
        if (module.Children.Count == 0)
            return module.Parameters.Count > 0 ? module : null;
        return module.Children.Select(child => First(child.Module)).FirstOrDefault(first => first is not null);
    }
}
