using System.Text.Json;

namespace Backprop.Scripting;

/// <summary>The files of restored packages that a session needs, read from what the restore wrote.</summary>
/// <param name="Versions">The version that was chosen, by package asked for.</param>
/// <param name="Compile">Assemblies to compile against.</param>
/// <param name="Runtime">Assemblies to load, by their simple names.</param>
/// <param name="NativeFolders">Folders with native libraries.</param>
internal sealed record RestoredPackages(
    IReadOnlyDictionary<string, string> Versions,
    IReadOnlyList<string> Compile,
    IReadOnlyDictionary<string, string> Runtime,
    IReadOnlyList<string> NativeFolders)
{
    /// <summary>Reads <c>project.assets.json</c>.</summary>
    /// <returns>Null where a file is gone, so that a restore must come first.</returns>
    public static RestoredPackages? Read(string assetsFile, PackageSet set)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        JsonElement root = assets.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name)];
        // With a runtime named there are two targets; the one for it has the files of that runtime.
        JsonElement target = root.GetProperty("targets").EnumerateObject().OrderBy(t => t.Name.Length).Last().Value;
        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var compile = new List<string>();
        var runtime = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var native = new HashSet<string>();
        foreach (JsonProperty library in target.EnumerateObject())
        {
            string[] parts = library.Name.Split('/');
            if (set.Packages.ContainsKey(parts[0]))
                versions[parts[0]] = parts[1];
            string path = root.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!;
            string? folder = folders.Select(f => Path.Combine(f, path)).FirstOrDefault(Directory.Exists);
            if (folder is null)
                return null;
            compile.AddRange(Files(library.Value, "compile", folder));
            foreach (string file in Files(library.Value, "runtime", folder))
                runtime[Path.GetFileNameWithoutExtension(file)] = file;
            foreach (string file in Files(library.Value, "native", folder))
                native.Add(Path.GetDirectoryName(file)!);
        }
        bool isWhole = compile.Concat(runtime.Values).All(File.Exists);
        return isWhole ? new RestoredPackages(versions, compile, runtime, [.. native]) : null;
    }

    private static IEnumerable<string> Files(JsonElement library, string kind, string folder) =>
        library.TryGetProperty(kind, out JsonElement files)
            ? files.EnumerateObject().Select(f => f.Name)
                .Where(name => !name.EndsWith("/_._", StringComparison.Ordinal))
                .Select(name => Path.GetFullPath(Path.Combine(folder, name)))
            : [];
}
