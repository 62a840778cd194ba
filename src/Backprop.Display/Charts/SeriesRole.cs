namespace Backprop.Display;

/// <summary>What a series stands for: the theme has one colour for each meaning.</summary>
public enum SeriesRole
{
    /// <summary>Any series: the next of the series' colours.</summary>
    Auto,

    /// <summary>Values and activations of the forward pass: blue.</summary>
    Value,

    /// <summary>Gradients of the backward pass: orange, dashed.</summary>
    Gradient,

    /// <summary>A loss: rose.</summary>
    Loss,

    /// <summary>Class 0, below the boundary, the colour of negative numbers: plum, circles.</summary>
    Negative,

    /// <summary>Class 1, above the boundary, the colour of positive numbers: green, squares.</summary>
    Positive,
}
