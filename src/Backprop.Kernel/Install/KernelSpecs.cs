using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backprop.Kernel;

/// <summary>The kernelspecs of one of Jupyter's data folders.</summary>
/// <param name="dataFolder">One of <see cref="JupyterFolders"/>.</param>
public sealed class KernelSpecs(string dataFolder)
{
    private const string SpecFile = "kernel.json";
    private const string LogoPrefix = "logo-";

    private string Folder => Path.Combine(dataFolder, "kernels");

    /// <summary>Installs a kernel, in the place of one of the same name.</summary>
    /// <returns>Its folder.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public string Install(KernelSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        string target = Path.Combine(Folder, spec.Name);
        // Written beside it first, so that Jupyter never reads half a kernel.
        string fresh = Path.Combine(Folder, $".{spec.Name}.{Path.GetRandomFileName()}");
        Directory.CreateDirectory(fresh);
        try
        {
            File.WriteAllText(Path.Combine(fresh, SpecFile), spec.ToJson());
            foreach (string logo in Logos())
                CopyLogo(logo, fresh);
            if (Directory.Exists(target))
                Directory.Delete(target, recursive: true);
            Directory.Move(fresh, target);
        }
        finally
        {
            if (Directory.Exists(fresh))
                Directory.Delete(fresh, recursive: true);
        }
        return target;
    }

    /// <summary>Takes a kernel away.</summary>
    /// <returns>Its folder, or null where there was none.</returns>
    public string? Uninstall(string name)
    {
        string target = Path.Combine(Folder, name);
        if (!Directory.Exists(target))
            return null;
        Directory.Delete(target, recursive: true);
        return target;
    }

    /// <summary>The kernels of this folder; those whose file cannot be read are left out.</summary>
    public IReadOnlyList<(KernelSpec Spec, string Folder)> All()
    {
        if (!Directory.Exists(Folder))
            return [];
        return
        [
            .. Directory.EnumerateDirectories(Folder).Order(StringComparer.Ordinal)
                .Select(folder => (Spec: Read(folder)!, folder))
                .Where(found => found.Spec is not null),
        ];
    }

    private static KernelSpec? Read(string folder)
    {
        try
        {
            JsonNode? json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, SpecFile)));
            string[] command = [.. json!["argv"]!.AsArray().Select(word => word!.GetValue<string>())];
            return new KernelSpec(Path.GetFileName(folder), json["display_name"]!.GetValue<string>(), command);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException
            or InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Logos() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(LogoPrefix, StringComparison.Ordinal));

    private static void CopyLogo(string name, string folder)
    {
        using Stream logo = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using FileStream file = File.Create(Path.Combine(folder, name));
        logo.CopyTo(file);
    }
}
