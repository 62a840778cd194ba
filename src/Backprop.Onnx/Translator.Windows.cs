using Backprop.Ops;

namespace Backprop.Onnx;

/// <content>Convolutions and pools.</content>
internal sealed partial class Translator
{
    private string WriteConvolve(Operation step, Convolve convolve)
    {
        CheckSame(step);
        return graph.Add("Conv", [NameOf(step.Inputs[0]), NameOf(step.Inputs[1])],
            [.. Windows(convolve.Windows), Pads(convolve.Windows), Attributes.Of("group", convolve.Groups)]);
    }

    private string WriteConvolveBack(Operation step, ConvolveBack back)
    {
        var more = step.Makers.Zip(step.Inputs[0].Samples, (maker, x) => Rest((ConvolveBack)maker, x.Shape)).ToArray();
        if (more.Any(rest => rest != more[0]))
            throw step.Refuse("its padding follows from a free axis.");
        return graph.Add("ConvTranspose", [NameOf(step.Inputs[0]), NameOf(step.Inputs[1])],
            [.. Windows(back.Windows), Pads(back.Windows), Attributes.Of("group", back.Groups),
                Attributes.Row("output_padding", more[0].Height, more[0].Width)]);
    }

    /// <summary>Pixels below and at the right that no window reaches.</summary>
    private static Size2d Rest(ConvolveBack back, Shape from)
    {
        var windows = back.Windows;
        return (
            back.To[2] - ((from[2] - 1) * windows.Stride.Height + windows.Reach.Height - 2 * windows.Padding.Height),
            back.To[3] - ((from[3] - 1) * windows.Stride.Width + windows.Reach.Width - 2 * windows.Padding.Width));
    }

    private string WriteMaxPool(Operation step, MaxPool pool)
    {
        CheckSame(step);
        return graph.Add("MaxPool", [Only(step)], [.. Windows(pool.Windows), Pads(pool.Windows)]);
    }

    private static AttributeProto[] Windows(Windows windows) =>
    [
        Attributes.Row("kernel_shape", windows.Kernel.Height, windows.Kernel.Width),
        Attributes.Row("strides", windows.Stride.Height, windows.Stride.Width),
        Attributes.Row("dilations", windows.Dilation.Height, windows.Dilation.Width),
    ];

    private static AttributeProto Pads(Windows windows)
    {
        var (height, width) = (windows.Padding.Height, windows.Padding.Width);
        return Attributes.Row("pads", height, width, height, width);
    }

    private static void CheckSame(Operation step)
    {
        if (step.Makers.Any(maker => !maker.Equals(step.Maker)))
            throw step.Refuse("its windows follow from a free axis.");
    }
}
