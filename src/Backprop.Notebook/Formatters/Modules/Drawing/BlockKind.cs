namespace Backprop;

/// <summary>What kind of block a layer is drawn as.</summary>
internal static class BlockKind
{
    /// <summary>True for what works on each number or each row: it is named at the block before.</summary>
    public static bool IsElementwise(Module module) => module switch
    {
        Prelu => true,
        Flatten or Maxout or SinusoidalPositions or FunctionLayer { Name: "Flatten" or "Function" } => false,
        _ => module.Children.Count == 0 && module.Parameters.Count == 0 && LookOf(module) == "plain",
    };

    /// <summary>True for norms, which keep the shape too.</summary>
    public static bool IsNorm(Module module) => module is BatchNorm or LayerNorm or GroupNorm or RmsNorm;

    /// <summary>The class of its look.</summary>
    public static string LookOf(Module module) => module switch
    {
        ConvolutionLayer => "conv",
        MaxPool1d or MaxPool2d or AvgPool1d or AvgPool2d or AdaptiveAvgPool1d or AdaptiveAvgPool2d => "pool",
        Linear or Embedding => "dense",
        RecurrentLayer or RecurrentCell => "recurrent",
        TransformerLayer or MultiHeadAttention => "attention",
        _ => "plain",
    };
}
