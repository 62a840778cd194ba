using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting;

/// <summary>Packages come from a folder that the tests fill, so that no network is needed.</summary>
[Collection("processes")]
public sealed class PackageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("backprop packages ").FullName;
    private readonly string? cache = Environment.GetEnvironmentVariable("BACKPROP_CACHE");

    public PackageTests() => Environment.SetEnvironmentVariable("BACKPROP_CACHE", Path.Combine(folder, "cache"));

    [Theory]
    [InlineData("#r \"nuget: Greeter, 1.2.3\"", "Greeter", "1.2.3")]
    [InlineData("#r \"nuget:Greeter,1.*\"", "Greeter", "1.*")]
    [InlineData("#r \"nuget: Greeter\"", "Greeter", "*")]
    public void A_line_names_a_package_and_a_version(string line, string name, string version)
    {
        PackageLine read = PackageLine.Parse(line);
        Assert.Equal((name, version), (read.Name, read.Version));
    }

    [Theory]
    [InlineData("#r \"nuget: \"")]
    [InlineData("#r \"nuget: a b, 1\"")]
    [InlineData("#r \"nuget: Greeter, 1.0\\\" /><Exec Command='x'/>\"")]
    [InlineData("#r \"nuget: ../x, 1.0\"")]
    [InlineData("#i \"nuget: \"")]
    public void A_line_that_is_neither_is_refused(string line) =>
        Assert.Throws<DirectiveException>(() => PackageLine.Parse(line));

    [Fact]
    public void A_set_is_known_by_what_is_in_it_and_not_by_the_order()
    {
        PackageSet one = PackageSet.Empty.With(PackageLine.Parse("#r \"nuget: A, 1.0\"")).With(PackageLine.Parse("#r \"nuget: B, 2.0\""));
        PackageSet other = PackageSet.Empty.With(PackageLine.Parse("#r \"nuget: b, 2.0\"")).With(PackageLine.Parse("#r \"nuget: a, 1.0\""));
        Assert.Equal(one.Key(), other.Key());
        Assert.NotEqual(one.Key(), one.With(PackageLine.Parse("#r \"nuget: A, 1.1\"")).Key());
    }

    [Fact]
    public async Task A_package_can_be_used_in_its_cell_and_later_and_again_without_a_source()
    {
        string source = TestPackage.Create(folder, "Greeter", "1.2.3", "public static class Greeter { public static string Hello(string name) => $\"Hello, {name}!\"; }");
        await using (var session = new NotebookSession())
        {
            string value = (await session.Value($"#i \"nuget: {source}\"\n#r \"nuget: Greeter, 1.2.3\"\nGreeter.Hello(\"Ada\")"))!;
            Assert.Equal("Hello, Ada!", value);
            Assert.Equal("Hello, Alan!", await session.Value("var name = \"Alan\";\nGreeter.Hello(name)"));
            Assert.Contains("Package Greeter 1.2.3", session.Outputs.OfType<UpdateOutput>().Single().Data.PlainText);
        }
        File.Delete(Directory.GetFiles(source, "*.nupkg").Single());
        await using var later = new NotebookSession();
        Assert.Equal("Hello, Eve!", await later.Value($"#i \"nuget: {source}\"\n#r \"nuget: Greeter, 1.2.3\"\nGreeter.Hello(\"Eve\")"));
    }

    [Fact]
    public async Task A_package_that_is_nowhere_is_named_in_one_line_and_the_session_goes_on()
    {
        string source = Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName;
        await using var session = new NotebookSession();
        CellError error = await session.Error($"#i \"nuget: {source}\"\n#r \"nuget: Backprop.No.Such.Package, 9.9.9\"\n1");
        Assert.Equal(("DirectiveError", 2), (error.Name, error.Line));
        Assert.Contains("Backprop.No.Such.Package", error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal("2", await session.Value("1 + 1"));
        Assert.Empty(Directory.GetDirectories(Path.Combine(folder, "cache", "packages")));
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("BACKPROP_CACHE", cache);
        Directory.Delete(folder, recursive: true);
    }
}
