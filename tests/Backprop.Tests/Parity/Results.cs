namespace Backprop.Tests.Parity;

/// <summary>What came out of a case in one precision.</summary>
public sealed record Results
{
    /// <summary>Outputs by name; <c>y</c> is the usual one.</summary>
    public required Dictionary<string, Numbers> Outputs { get; init; }

    /// <summary>Gradients of the inputs that want one.</summary>
    public Dictionary<string, Numbers> InputGradients { get; init; } = [];

    /// <summary>Gradients of the parameters, by dotted name.</summary>
    public Dictionary<string, Numbers> ParameterGradients { get; init; } = [];

    /// <summary>dy/dx element by element.</summary>
    public Numbers? Derivative { get; init; }

    /// <summary>Parameters after one step of plain SGD at rate 0.1, or after an optimizer's last step.</summary>
    public Dictionary<string, Numbers> Updated { get; init; } = [];

    /// <summary>Running statistics afterwards.</summary>
    public Dictionary<string, Numbers> Buffers { get; init; } = [];

    /// <summary>Every tensor under a name for messages, such as <c>input_gradients.x</c>.</summary>
    public IEnumerable<(string Name, Numbers Numbers)> All()
    {
        (string Name, Dictionary<string, Numbers> Tensors)[] groups =
        [
            ("outputs", Outputs), ("input_gradients", InputGradients), ("parameter_gradients", ParameterGradients),
            ("updated", Updated), ("buffers", Buffers),
        ];
        foreach (var (group, tensors) in groups)
            foreach (var (name, numbers) in tensors)
                yield return ($"{group}.{name}", numbers);
        if (Derivative is not null)
            yield return ("derivative", Derivative);
    }
}
