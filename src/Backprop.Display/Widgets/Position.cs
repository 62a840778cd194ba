namespace Backprop.Display;

/// <summary>A place of a control and what is shown there.</summary>
/// <param name="Label">What the place is called.</param>
/// <param name="Show">Gives what is shown.</param>
internal sealed record Position(string Label, Func<object?> Show);

/// <summary>What a page with a kernel can ask for beyond the positions.</summary>
internal abstract record LiveControl
{
    /// <summary>What is shown for what the page sends.</summary>
    public abstract object? Answer(double value);
}

/// <summary>Any number in a range.</summary>
internal sealed record LiveRange(double From, double To, bool IsLog, Func<double, object?> Show) : LiveControl
{
    public override object? Answer(double value) => Show(Math.Clamp(value, From, To));
}

/// <summary>The same again.</summary>
internal sealed record LivePress(Func<object?> Show) : LiveControl
{
    public override object? Answer(double value) => Show();
}
