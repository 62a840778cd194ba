using Backprop.System.Tests.Architecture;

namespace Backprop.System.Tests.Browser;

/// <summary>A test that needs Chromium and the npm packages for tests; skipped with the reason without.</summary>
public sealed class FactWithBrowserAttribute : FactAttribute
{
    public FactWithBrowserAttribute()
    {
        if (!File.Exists("/usr/bin/chromium") || !Directory.Exists(Path.Combine(Modules, "axe-core")))
            Skip = "Chromium, playwright-core or axe-core is not installed (Debian: chromium; npm ci in assets).";
    }

    /// <summary>Where npm has put the packages.</summary>
    public static string Modules => Path.Combine(Tree.Root, "assets", "node_modules");
}
