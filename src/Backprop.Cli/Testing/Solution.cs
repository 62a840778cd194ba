using System.Diagnostics;

namespace Backprop.Cli.Testing;

/// <summary>The clone's solution: building it (only when something changed) and running <c>dotnet</c> on it.</summary>
/// <param name="root">The clone's folder.</param>
/// <param name="dotnet">The <c>dotnet</c> to run.</param>
internal sealed class Solution(string root, string dotnet)
{
    private static readonly string[] Sources = ["src", "tests", "notebooks/checks"];

    /// <summary>The clone's folder.</summary>
    public string Root => root;

    /// <summary>The built assembly of a test project.</summary>
    public string TestAssembly(string project) => Path.Combine(root, "artifacts", "bin", project, "release", project + ".dll");

    /// <summary>Builds everything; shows the compiler's words only when it fails.</summary>
    public async Task<bool> BuildAsync(CancellationToken stop)
    {
        string stamp = Path.Combine(root, "artifacts", "tests.stamp");
        DateTime started = DateTime.UtcNow;
        if (File.Exists(stamp) && Newest() < File.GetLastWriteTimeUtc(stamp))
            return true;

        var clock = Stopwatch.StartNew();
        string log = Path.Combine(root, "artifacts", "build-tests.log");
        int code = await DotnetAsync(
            ["build", Path.Combine(root, "Course.sln"), "-c", "Release", "-v", "quiet", "--nologo"],
            log, new Dictionary<string, string>(), stop);
        if (code != 0)
        {
            Console.Error.Write(await File.ReadAllTextAsync(log, stop));
            Messages.Error("the build failed (above)");
            return false;
        }
        await File.WriteAllTextAsync(stamp, "", stop);
        File.SetLastWriteTimeUtc(stamp, started);
        Messages.Note($"built the solution in {clock.Elapsed.TotalSeconds:F0} s");
        return true;
    }

    /// <summary>Runs <c>dotnet</c> with its output in a file.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> DotnetAsync(
        IReadOnlyList<string> arguments, string log, IReadOnlyDictionary<string, string> environment, CancellationToken stop)
    {
        var start = new ProcessStartInfo(dotnet, arguments)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{dotnet} did not start.");
        await using var stream = new FileStream(log, FileMode.Create, FileAccess.Write, FileShare.Read);
        try
        {
            using var gate = new SemaphoreSlim(1);
            await Task.WhenAll(
                CopyAsync(process.StandardOutput.BaseStream, stream, gate, stop),
                CopyAsync(process.StandardError.BaseStream, stream, gate, stop),
                process.WaitForExitAsync(stop));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return process.ExitCode;
    }

    private static async Task CopyAsync(Stream from, Stream to, SemaphoreSlim gate, CancellationToken stop)
    {
        byte[] buffer = new byte[16384];
        for (int count; (count = await from.ReadAsync(buffer, stop)) > 0;)
        {
            await gate.WaitAsync(stop);
            await to.WriteAsync(buffer.AsMemory(0, count), stop);
            await to.FlushAsync(stop);
            gate.Release();
        }
    }

    private DateTime Newest() =>
        Sources.Select(folder => Path.Combine(root, folder))
            .SelectMany(folder => Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(root))
            .Max(File.GetLastWriteTimeUtc);
}
