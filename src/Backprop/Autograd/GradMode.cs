namespace Backprop;

/// <summary>Whether results remember how they were made, per thread.</summary>
internal static class GradMode
{
    [ThreadStatic]
    private static bool isOff;

    internal static bool IsOn => !isOff;

    /// <summary>Sets it and returns what it was.</summary>
    internal static bool Set(bool isOn)
    {
        bool was = !isOff;
        isOff = !isOn;
        return was;
    }
}
