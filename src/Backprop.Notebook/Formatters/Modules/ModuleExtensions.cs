namespace Backprop;

/// <summary>What a notebook adds to modules.</summary>
public static class ModuleExtensions
{
    /// <summary>
    /// The layers with their parameters, outputs, arithmetic and memory for an input of this shape:
    /// <c>net.Summary(32, 784)</c>.
    /// </summary>
    /// <param name="module">The net. Nothing is computed: only shapes are followed.</param>
    /// <param name="input">The shape of an input; nothing leaves the outputs open.</param>
    public static ModuleSummary Summary(this Module module, params int[] input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new ModuleSummary(module, input.Length == 0 ? null : new Shape(input));
    }

    /// <summary>
    /// The net as a drawing: small nets of linear layers as neurons with their weights, all others as blocks.
    /// <c>net.Draw()</c>
    /// </summary>
    /// <param name="module">The net.</param>
    /// <param name="input">The shape of an input; where it is left out, one that fits the first layer is tried.</param>
    public static ModuleDrawing Draw(this Module module, params int[] input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new ModuleDrawing(module, input.Length == 0 ? null : new Shape(input));
    }

    /// <summary>
    /// How far each parameter moved: <c>var before = net.State();</c>, then train, then
    /// <c>net.ChangesSince(before)</c>.
    /// </summary>
    /// <param name="module">The net as it is now.</param>
    /// <param name="before">What <c>net.State()</c> gave earlier.</param>
    /// <exception cref="ArgumentException">It is the state of another net.</exception>
    public static ParameterChanges ChangesSince(this Module module, IReadOnlyDictionary<string, Tensor> before) =>
        new(before, module.State());
}
