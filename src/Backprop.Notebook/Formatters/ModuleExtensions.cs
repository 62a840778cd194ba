namespace Backprop;

/// <summary>What a notebook adds to modules.</summary>
public static class ModuleExtensions
{
    /// <summary>
    /// The layers with their parameters and outputs for an input of this shape: <c>net.Summary(32, 784)</c>.
    /// </summary>
    /// <param name="module">The net. It runs once, on zeros and without recording.</param>
    /// <param name="input">The shape of an input; nothing leaves the outputs open.</param>
    public static ModuleSummary Summary(this Module module, params int[] input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new ModuleSummary(module, input.Length == 0 ? null : new Shape(input));
    }
}
