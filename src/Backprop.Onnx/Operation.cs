namespace Backprop.Onnx;

/// <summary>One operation of the net, the same in all probes but for lengths.</summary>
/// <param name="Makers">What was done in each probe.</param>
/// <param name="Layer">The path of the layer of a <see cref="Sequential"/> in which it happened; empty if
/// unknown.</param>
/// <param name="Where">The same for an error, with the nearest parameter.</param>
/// <param name="Inputs">What it was made from.</param>
internal sealed record Operation(object[] Makers, string Layer, string Where, Value[] Inputs)
{
    /// <summary>What came out.</summary>
    internal Value[] Results { get; set; } = [];

    /// <summary>What was done, in the first probe.</summary>
    internal object Maker => Makers[0];

    /// <summary>The only or most important result.</summary>
    internal Value Result => Results[0];

    /// <summary>Says that it cannot be written.</summary>
    internal NotSupportedException Refuse(string why) =>
        new($"ExportOnnx cannot write {Maker.GetType().Name}{Where}: {why}");
}
