using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Backprop.System.Tests.Architecture;

/// <summary>What the repository must not hold: paths of somebody's machine, registry hosts, outputs in lessons.</summary>
public partial class RepositoryTests
{
    [Fact]
    public void No_committed_text_names_a_path_of_a_machine()
    {
        Assert.Empty(Texts().SelectMany(path => File.ReadLines(path)
            .Select((line, index) => (line, index))
            .Where(x => MachinePath().IsMatch(x.line))
            .Select(x => $"{Tree.Relative(path)}:{x.index + 1}: {x.line.Trim()}")));
    }

    [Fact]
    public void No_lesson_is_committed_with_outputs()
    {
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Tree.Root, "notebooks"), "*.ipynb", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Contains("\"output_type\"", StringComparison.Ordinal))
            .Select(Tree.Relative));
    }

    private static IEnumerable<string> Texts() =>
        Git("ls-files", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetExtension(path) is not (".png" or ".woff2"))
            .Select(path => Path.Combine(Tree.Root, path))
            .Where(File.Exists);

    private static string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Tree.Root, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    [GeneratedRegex(@"(?<![\w./])/(root|work|opt/nuget)/|/home/[a-z]+/|[A-Z]:\\\\?Users\\")]
    private static partial Regex MachinePath();
}
