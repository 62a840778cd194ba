using System.IO.Compression;
using System.Xml.Linq;
using Backprop.System.Tests.Architecture;

namespace Backprop.System.Tests.Packages;

/// <summary>The package that another C# notebook loads by <c>#r "nuget: Backprop.Notebook"</c>.</summary>
public class NotebookPackageTests
{
    [Fact]
    [Trait("Speed", "Slow")]
    public void It_carries_the_library_its_documentation_and_the_extension()
    {
        using var folder = new TemporaryFolder();
        string project = Path.Combine(Tree.Root, "src", "Backprop.Notebook");
        Tool.Start("dotnet", ["pack", project, "-c", "Release", "--no-build", "-o", folder.Path, "-v", "q", "--nologo"], Tree.Root, new Dictionary<string, string>())
            .Expect(0);
        using ZipArchive package = ZipFile.OpenRead(Directory.GetFiles(folder.Path, "*.nupkg").Single());
        string[] names = [.. package.Entries.Select(entry => entry.FullName)];
        Assert.Contains("lib/net10.0/Backprop.Notebook.dll", names);
        Assert.Contains("lib/net10.0/Backprop.Notebook.xml", names);
        Assert.Contains("interactive-extensions/dotnet/extension.dib", names);

        // A library in that folder would be loaded as an extension of its own.
        Assert.Single(names, name => name.StartsWith("interactive-extensions/", StringComparison.Ordinal));
        Assert.Equal(File.ReadAllText(Path.Combine(project, "Extension", "extension.dib")), Text(package, "extension.dib"));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void It_needs_the_library_and_its_packages_and_neither_compiler_nor_host()
    {
        using var folder = new TemporaryFolder();
        string project = Path.Combine(Tree.Root, "src", "Backprop.Notebook");
        Tool.Start("dotnet", ["pack", project, "-c", "Release", "--no-build", "-o", folder.Path, "-v", "q", "--nologo"], Tree.Root, new Dictionary<string, string>())
            .Expect(0);
        using ZipArchive package = ZipFile.OpenRead(Directory.GetFiles(folder.Path, "*.nupkg").Single());
        string[] needed = [.. XDocument.Parse(Text(package, ".nuspec")).Descendants()
            .Where(e => e.Name.LocalName == "dependency").Select(e => (string)e.Attribute("id")!).Order()];
        Assert.Equal(["Backprop", "Backprop.Display", "CsvHelper", "MathNet.Numerics"], needed);
    }

    private static string Text(ZipArchive package, string ending)
    {
        using var reader = new StreamReader(package.Entries.Single(e => e.FullName.EndsWith(ending, StringComparison.Ordinal)).Open());
        return reader.ReadToEnd();
    }
}
