using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Backprop.Cli;

/// <summary>
/// The tool as Jupyter starts it. An installed tool is ready; a clone's is published once into <c>artifacts/kernel</c>,
/// compiled ahead of time, so that a kernel never builds when it starts.
/// </summary>
internal static class PublishedTool
{
    private const string ToolFile = "Backprop.Cli.dll";
    private const string StampFile = "published.txt";

    private static readonly string[] Sources = ["src", "notebooks/checks"];

    private static string Folder => Path.Combine(Clone.Root!, "artifacts", "kernel");

    /// <summary>The program to start, published anew where the clone has changed.</summary>
    /// <returns>The path of the tool's assembly, or null where publishing failed; the reason was printed.</returns>
    public static string? Prepare()
    {
        if (Clone.Root is null)
            return Path.Combine(AppContext.BaseDirectory, ToolFile);
        string tool = Path.Combine(Folder, ToolFile);
        return File.Exists(tool) && !IsOutdated(Folder) || Publish() ? tool : null;
    }

    /// <summary>Whether this process is a clone's published tool and the clone has changed since.</summary>
    public static bool IsThisOutdated() =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, StampFile)) && IsOutdated(AppContext.BaseDirectory);

    private static bool IsOutdated(string folder)
    {
        string stamp = Path.Combine(folder, StampFile);
        if (!File.Exists(stamp))
            return true;
        string root = File.ReadAllText(stamp).Trim();
        DateTime published = File.GetLastWriteTimeUtc(stamp);
        return Sources.Select(part => Path.Combine(root, part))
            .Where(Directory.Exists)
            .SelectMany(part => Directory.EnumerateFiles(part, "*.cs", SearchOption.AllDirectories))
            .Any(file => File.GetLastWriteTimeUtc(file) > published);
    }

    private static bool Publish()
    {
        Messages.Note("preparing the kernel: compiling ahead of time, once for each change of the clone …");
        var clock = Stopwatch.StartNew();
        DateTime started = DateTime.UtcNow;
        string fresh = Folder + ".new";
        if (Directory.Exists(fresh))
            Directory.Delete(fresh, recursive: true);
        string project = Path.Combine(Clone.Root!, "src", "Backprop.Cli", "Backprop.Cli.csproj");
        var start = new ProcessStartInfo(Clone.Dotnet,
        [
            "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            "-p:PublishReadyToRun=true",
            // As build/QuickStart.targets has done for the compiler.
            "-p:PublishReadyToRunCrossgen2ExtraArgs=--opt-cross-module:*%3B--non-local-generics-module:*",
            "-p:ErrorOnDuplicatePublishOutputFiles=false", "-o", fresh, "-v", "quiet", "--nologo",
        ])
        {
            RedirectStandardOutput = true,
        };
        using Process publish = Process.Start(start)!;
        string output = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        if (publish.ExitCode != 0)
        {
            Console.Error.Write(output);
            Messages.Error("the kernel could not be prepared (above)");
            return false;
        }
        string stamp = Path.Combine(fresh, StampFile);
        File.WriteAllText(stamp, Clone.Root + "\n");
        // What changes while this runs must count as newer.
        File.SetLastWriteTimeUtc(stamp, started);
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.Move(fresh, Folder);
        Messages.Note(FormattableString.Invariant($"prepared in {clock.Elapsed.TotalSeconds:F0} s"));
        return true;
    }
}
