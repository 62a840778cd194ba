namespace Backprop.Display;

/// <summary>Something that was displayed and can be replaced in place, from any later cell too.</summary>
public sealed class DisplayHandle
{
    internal DisplayHandle(string id) => Id = id;

    /// <summary>The name under which the front end knows this display.</summary>
    public string Id { get; }

    /// <summary>Shows another value in the place of the one displayed.</summary>
    /// <returns>This handle, so that calls can be chained.</returns>
    public DisplayHandle Update(object? value)
    {
        OutputSink.Publish(new UpdateOutput(Formatter.ToBundle(value), Id));
        return this;
    }

    /// <summary>
    /// The name of the display. As a cell's last expression a handle shows nothing: its value is there already.
    /// </summary>
    public override string ToString() => $"display {Id}";
}
