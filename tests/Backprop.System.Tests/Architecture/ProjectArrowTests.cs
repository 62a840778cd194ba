using System.Xml.Linq;

namespace Backprop.System.Tests.Architecture;

/// <summary>Which project may use which: the table in ARCHITECTURE.md, as a test.</summary>
public class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Backprop"] = [],
        ["Backprop.Gpu"] = ["Backprop"],
        ["Backprop.Onnx"] = ["Backprop"],
        ["Backprop.Display"] = [],
        ["Backprop.Notebook"] = ["Backprop", "Backprop.Display"],
        ["Backprop.Scripting"] = ["Backprop.Display"],
        ["Backprop.Documents"] = ["Backprop.Display", "Backprop.Scripting"],
        ["Backprop.Kernel"] = ["Backprop.Display", "Backprop.Scripting"],
        ["Backprop.Lab"] = ["Backprop.Kernel", "Backprop.Documents"],
        ["Backprop.Grading"] = ["Backprop.Documents"],
        ["Backprop.Checks"] = ["Backprop", "Backprop.Notebook"],
    };

    [Fact]
    public void Projects_use_only_what_the_architecture_allows()
    {
        var wrong = new List<string>();
        foreach (string file in Projects())
        {
            string project = Path.GetFileNameWithoutExtension(file);
            if (project == "Backprop.Cli")
                continue; // composes them all
            if (!Allowed.TryGetValue(project, out string[]? allowed))
                wrong.Add($"{project} is not in the table");
            else
                wrong.AddRange(References(file).Except(allowed).Select(used => $"{project} → {used}"));
        }
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("Backprop", "CsvHelper", "MathNet.Numerics")]
    [InlineData("Backprop.Display")]
    [InlineData("Backprop.Notebook")]
    public void Projects_that_a_lesson_loads_need_few_packages(string project, params string[] packages)
    {
        string file = Projects().Single(p => Path.GetFileNameWithoutExtension(p) == project);
        Assert.Equal(packages, XDocument.Load(file).Descendants("PackageReference").Select(p => (string?)p.Attribute("Include")));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Path.Combine(Tree.Root, "Course.sln"));
        IEnumerable<string> all = Projects().Concat(Directory.EnumerateFiles(Path.Combine(Tree.Root, "tests"), "*.csproj", SearchOption.AllDirectories));
        Assert.All(all, p => Assert.Contains(Path.GetFileName(p), solution, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Projects() =>
        new[] { "src", "notebooks" }.SelectMany(f =>
            Directory.EnumerateFiles(Path.Combine(Tree.Root, f), "*.csproj", SearchOption.AllDirectories));

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')));
}
