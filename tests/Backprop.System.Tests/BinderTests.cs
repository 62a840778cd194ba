using System.Text.RegularExpressions;
using Backprop.System.Tests.Architecture;

namespace Backprop.System.Tests;

/// <summary>The image for Binder, as far as it can be tried without a Docker engine.</summary>
public partial class BinderTests
{
    private static string Folder => Path.Combine(Tree.Root, "binder");

    private static string[] Dockerfile => File.ReadAllLines(Path.Combine(Folder, "Dockerfile"));

    [Fact]
    public void The_image_runs_as_binders_user()
    {
        Assert.Contains("ARG NB_USER=jovyan", Dockerfile);
        Assert.Contains("ARG NB_UID=1000", Dockerfile);
        Assert.Equal("USER ${NB_USER}", Dockerfile.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)));
        Assert.Contains("--uid ${NB_UID} ${NB_USER}", string.Join('\n', Dockerfile), StringComparison.Ordinal);
        Assert.DoesNotContain(Dockerfile, line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal));
    }

    [Fact]
    public void The_images_it_stands_on_have_a_version_and_nothing_comes_from_a_retired_host()
    {
        Assert.All(Dockerfile.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)), line => Assert.Matches(Versioned(), line));
        Assert.DoesNotContain("azureedge", string.Join('\n', Dockerfile), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_the_clone_reaches_the_last_stage_but_what_the_script_makes()
    {
        string[] last = [.. Dockerfile.Skip(Array.FindLastIndex(Dockerfile, line => line.StartsWith("FROM ", StringComparison.Ordinal)))];
        string copy = Assert.Single(last, line => line.StartsWith("COPY ", StringComparison.Ordinal));
        Assert.Equal("COPY --from=build /opt/backprop /opt/backprop", copy);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void The_script_makes_a_machine_for_learners_that_runs_every_lesson_on_one_core_without_a_network()
    {
        using var folder = new TemporaryFolder();
        string target = folder["opt"];
        Tool.Start("bash", [Path.Combine(Folder, "setup.sh"), target], folder.Path, new Dictionary<string, string>(), minutes: 10).Expect(0);

        Assert.Equal(
            Names(Path.Combine(Tree.Root, "notebooks"), "*.ipynb"), Names(Path.Combine(target, "lessons"), "*.ipynb"));
        foreach (string lesson in Directory.EnumerateFiles(Path.Combine(target, "lessons"), "*.ipynb"))
            Assert.DoesNotMatch(Secret(), File.ReadAllText(lesson));
        Assert.Empty(Directory.EnumerateDirectories(target, "grading", SearchOption.AllDirectories));
        Assert.False(File.Exists(Path.Combine(target, "tool", "published.txt")));

        string[] sandbox =
        [
            "--ro-bind", "/", "/", "--tmpfs", "/home", "--tmpfs", "/root", "--tmpfs", Tree.Root, "--dev", "/dev", "--proc", "/proc",
            "--tmpfs", "/tmp", "--ro-bind", target, "/tmp/opt", "--unshare-all", "--uid", "1000", "--clearenv",
            "--setenv", "HOME", "/tmp/home", "--dir", "/tmp/home", "--setenv", "PATH", "/usr/bin:/bin",
            "--setenv", "DOTNET_ROOT", "/tmp/opt/dotnet", "--setenv", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1",
            "--setenv", "DOTNET_GCHeapHardLimit", "0x40000000", "--setenv", "DOTNET_gcServer", "0",
            "taskset", "-c", "0", "/tmp/opt/dotnet/dotnet", "/tmp/opt/tool/Backprop.Cli.dll",
            "run", "/tmp/opt/lessons", "--out", "/tmp/home/out",
        ];
        ToolResult run = Tool.Start("bwrap", sandbox, folder.Path, new Dictionary<string, string>(), minutes: 20).Expect(0);
        Assert.Contains(" 0 failed", run.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^FROM \S+:\d[\w.-]*( AS \w+)?$")]
    private static partial Regex Versioned();

    [GeneratedRegex("BEGIN SOLUTION|BEGIN HIDDEN|Check\\.Hidden\\(")]
    private static partial Regex Secret();
}
