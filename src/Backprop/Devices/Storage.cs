namespace Backprop;

/// <summary>
/// Memory of a device that views share. No address or span of it leaves the library. Who never calls
/// <see cref="Release"/> leaves it to the garbage collector.
/// </summary>
public abstract class Storage
{
    private protected Storage(Device device, long bytes)
    {
        Device = device;
        Bytes = bytes;
    }

    /// <summary>Where the memory is.</summary>
    public Device Device { get; }

    /// <summary>Bytes asked for.</summary>
    public long Bytes { get; }

    /// <summary>Gradients inside a backward walk that share this storage; the walk frees it at zero.</summary>
    internal int WalkRefs { get; set; }

    /// <summary>The number of the walk that owns this storage; 0 for none.</summary>
    internal int Walk { get; set; }

    /// <summary>How often the contents were changed after they were made; backward compares it with its own.</summary>
    internal int Version { get; set; }

    /// <summary>True once the memory went back; any use throws then.</summary>
    internal abstract bool IsReleased { get; }

    /// <summary>Gives the memory back at once. Only for an owner that can prove nobody else holds it.</summary>
    internal abstract void Release();

    private protected static ObjectDisposedException Freed() => new(null,
        "This tensor was freed with its step, so its numbers are gone. "
        + "Keep a Clone() of what you need after the step.");
}
