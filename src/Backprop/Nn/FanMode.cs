namespace Backprop;

/// <summary>What an initialiser keeps at the same size from layer to layer.</summary>
public enum FanMode
{
    /// <summary>The activations, on the way forward: counts the inputs of one output.</summary>
    In,

    /// <summary>The gradients, on the way back: counts the outputs of one input.</summary>
    Out,
}
