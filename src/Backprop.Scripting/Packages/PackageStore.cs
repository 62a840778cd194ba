using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>Fetches packages by <c>dotnet restore</c> of a project made for the purpose, one folder for each set of
/// packages. A set that was restored before is only looked up.</summary>
/// <param name="folder">Where those projects are kept.</param>
internal sealed partial class PackageStore(string folder)
{
    /// <summary>The store of this user; <c>BACKPROP_CACHE</c> moves it.</summary>
    public static PackageStore OfUser()
    {
        string cache = Environment.GetEnvironmentVariable("BACKPROP_CACHE") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "backprop");
        return new PackageStore(Path.Combine(cache, "packages"));
    }

    /// <summary>The files of a set, fetched if they are not there yet.</summary>
    /// <exception cref="DirectiveException">A package is not to be had, in one line.</exception>
    public async Task<RestoredPackages> Restore(PackageSet set, CancellationToken cancel)
    {
        string kept = Path.Combine(folder, set.Key());
        string assets = Path.Combine(kept, "obj", "project.assets.json");
        if (File.Exists(assets) && RestoredPackages.Read(assets, set) is { } known)
            return known;

        // Two sessions may want the same at once: each works in a folder of its own, the first to end gives its name.
        string own = Path.Combine(folder, $"{set.Key()}.{Guid.NewGuid():N}");
        Directory.CreateDirectory(own);
        try
        {
            set.Project(RuntimeInformation.RuntimeIdentifier).Save(Path.Combine(own, "packages.csproj"));
            // A repository that the store lies in must not speak into it.
            foreach (string shared in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
                await File.WriteAllTextAsync(Path.Combine(own, shared), "<Project />", cancel);
            await RunRestore(own, set, cancel);
            RestoredPackages restored = RestoredPackages.Read(Path.Combine(own, "obj", "project.assets.json"), set)
                ?? throw new DirectiveException("The restore ended well, but its files are not there. Run the cell again.");
            Keep(own, kept);
            return restored;
        }
        finally
        {
            if (Directory.Exists(own))
                Directory.Delete(own, recursive: true);
        }
    }

    private static void Keep(string own, string kept)
    {
        try
        {
            if (Directory.Exists(kept))
                Directory.Delete(kept, recursive: true);
            Directory.Move(own, kept);
        }
        catch (IOException)
        {
            // Another session was first. Nothing is lost: the packages themselves lie in NuGet's own folder.
        }
    }

    private static async Task RunRestore(string project, PackageSet set, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet", ["restore", "packages.csproj", "--nologo", "-v", "quiet"])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        Process restore;
        try
        {
            restore = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new DirectiveException("Packages need the .NET SDK, and there is no `dotnet` to be found. "
                + "Install the SDK, or use #r \"folder/file.dll\".");
        }
        using (restore)
        {
            restore.StandardInput.Close();
            try
            {
                Task<string> errors = restore.StandardError.ReadToEndAsync(cancel);
                string output = await restore.StandardOutput.ReadToEndAsync(cancel) + await errors;
                await restore.WaitForExitAsync(cancel);
                if (restore.ExitCode != 0)
                    throw new DirectiveException(Explain(output, set));
            }
            catch (OperationCanceledException)
            {
                restore.Kill(entireProcessTree: true);
                throw;
            }
        }
    }

    /// <summary>The first error of a restore, in words for someone who has no project.</summary>
    private static string Explain(string output, PackageSet set)
    {
        Match error = RestoreError().Match(output);
        string text = error.Success ? error.Groups["text"].Value.Trim() : "dotnet restore failed without a reason";
        string names = string.Join(", ", set.Packages.Keys);
        return error.Groups["code"].Value switch
        {
            "NU1101" => $"There is no package of that name: {text}",
            "NU1102" => $"There is no such version: {text}",
            "NU1202" => $"The package does not work with .NET {Environment.Version.Major}: {text}",
            "NU1301" => $"The package source does not answer, and {names} is not all in the cache: {text}",
            _ => $"{names}: {text}",
        };
    }

    [GeneratedRegex(@"error (?<code>[A-Z]+\d+): (?<text>[^\r\n\[]+)")]
    private static partial Regex RestoreError();
}
