namespace Backprop.Tests.Data;

/// <summary>A test that needs scikit-learn's digits; skipped with the reason where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScikitFactAttribute : FactAttribute
{
    public ScikitFactAttribute()
    {
        if (!File.Exists(ScikitDigits.File))
            Skip = "scikit-learn's digits are not installed (Debian: python3-sklearn).";
    }
}
