using System.Reflection;
using System.Runtime.Loader;
using Backprop.Display;
using Microsoft.CodeAnalysis;

namespace Backprop.Scripting;

/// <summary>The packages of one session: fetched when a cell asks, found again when code of theirs is loaded.</summary>
internal sealed class SessionPackages(PackageStore store)
{
    private PackageSet asked = PackageSet.Empty;
    private RestoredPackages? restored;

    /// <summary>What cells compile against beside everything else.</summary>
    public IReadOnlyList<MetadataReference> References { get; private set; } = [];

    /// <summary>Fetches what a line asks for, with a line that says so.</summary>
    /// <returns>True where there is something new to compile against.</returns>
    /// <exception cref="DirectiveException">It is not to be had; the session stays as it was.</exception>
    public async Task<bool> Add(string text, CancellationToken cancel)
    {
        PackageLine line = PackageLine.Parse(text);
        if (asked.Has(line))
            return false;
        PackageSet wanted = asked.With(line);
        if (line.Name is null)
        {
            asked = wanted;
            return false;
        }
        string label = line.Version is "*" ? line.Name : $"{line.Name} {line.Version}";
        DisplayHandle note = Show.display($"Fetching {label} …");
        RestoredPackages fresh;
        try
        {
            fresh = await store.Restore(wanted, cancel);
        }
        catch
        {
            note.Update($"{label} was not fetched.");
            throw;
        }
        ThrowIfLoaded(line.Name, fresh);
        (asked, restored) = (wanted, fresh);
        References = [.. fresh.Compile.Where(IsNew).Select(CellReferences.Open)];
        note.Update($"Package {line.Name} {fresh.Versions.GetValueOrDefault(line.Name)}");
        return true;
    }

    /// <summary>Finds an assembly of a package.</summary>
    public Assembly? Load(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is { } simple && restored?.Runtime.GetValueOrDefault(simple) is { } path
            ? context.LoadFromAssemblyPath(path)
            : null;

    /// <summary>Finds a native library of a package.</summary>
    public nint LoadNative(Assembly _, string name)
    {
        foreach (string folder in restored?.NativeFolders ?? [])
        {
            foreach (string file in new[] { name, name + Suffix, "lib" + name + Suffix })
            {
                string path = Path.Combine(folder, file);
                if (File.Exists(path))
                    return System.Runtime.InteropServices.NativeLibrary.Load(path);
            }
        }
        return 0;
    }

    private static string Suffix =>
        OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";

    // An assembly that this process brings along itself would be another one to the compiler than to the code that runs.
    private static bool IsNew(string path) => !File.Exists(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(path)));

    /// <summary>An assembly that was loaded stays in the version that it has.</summary>
    private void ThrowIfLoaded(string name, RestoredPackages fresh)
    {
        string? before = restored?.Versions.GetValueOrDefault(name);
        if (before is not null && before != fresh.Versions.GetValueOrDefault(name))
        {
            throw new DirectiveException($"{name} {before} is loaded already, and a session keeps the version it has. "
                + "Restart it to use another one.");
        }
    }
}
