using System.Diagnostics;
using Backprop.System.Tests.Architecture;

namespace Backprop.System.Tests;

/// <summary>What a newcomer does: clone, run, read. With empty caches, and a path with a space and a letter beyond ASCII.</summary>
[Trait("Speed", "Slow")]
public class FreshCloneTests
{
    [Fact]
    public void A_fresh_clone_runs_the_lessons()
    {
        using var folder = new TemporaryFolder();
        string clone = folder["my clone é"];
        Git("clone", "--quiet", Tree.Root, clone);
        Directory.CreateDirectory(folder["home"]);
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = folder["home"],
            ["NUGET_PACKAGES"] = folder["home/packages"],
        };

        ToolResult first = Tool.Course(folder.Path, Path.Combine(clone, "course"), environment, "run").Expect(0);
        Assert.Contains("building", first.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(clone, "out", "index.html")));
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(clone, "out"), "08-*.html"));

        ToolResult second = Tool.Course(folder.Path, Path.Combine(clone, "course"), environment, "help").Expect(0);
        Assert.DoesNotContain("building", second.Error, StringComparison.Ordinal);
        Assert.Equal("", Git("-C", clone, "status", "--porcelain"));
    }

    private static string Git(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
