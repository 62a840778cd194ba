using System.Collections.Concurrent;

namespace Backprop;

/// <content>Which devices there are.</content>
public abstract partial class Device
{
    private static readonly ConcurrentDictionary<string, Lazy<Device?>> Providers =
        new(StringComparer.OrdinalIgnoreCase);

    private static Device? chosen;

    /// <summary>Interprets formulas: slow, easy to check, and what the others are checked against.</summary>
    public static Device Reference { get; } = new ReferenceDevice();

    /// <summary>This computer's processor. Without AVX2 it is <see cref="Reference"/>, and says so.</summary>
    public static Device Cpu { get; } = (Device?)CpuDevice.Best() ?? Reference;

    /// <summary>Where tensors are made if nothing else is said; the processor unless set.</summary>
    public static Device Default
    {
        get => chosen ?? Cpu;
        set => chosen = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Adds a device under a name. It is made when first asked for; null says that there is none.</summary>
    public static void Register(string name, Func<Device?> make) => Providers[name] = new Lazy<Device?>(make);

    /// <summary>The device with that name, or null if this machine has none.</summary>
    /// <exception cref="ArgumentException">No device of that name is known.</exception>
    public static Device? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Equals("cpu", StringComparison.OrdinalIgnoreCase))
            return Cpu;
        if (name.Equals(Reference.Name, StringComparison.OrdinalIgnoreCase))
            return Reference;
        if (Providers.TryGetValue(name, out var provider))
            return provider.Value;
        string known = string.Join(", ", (string[])["cpu", Reference.Name, .. Providers.Keys.Order(StringComparer.Ordinal)]);
        throw new ArgumentException($"There is no device named \"{name}\". Known: {known}.");
    }
}
