using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Tests.Scripting;

/// <summary>Makes a package with one assembly, compiled from source.</summary>
internal static class TestPackage
{
    /// <returns>The folder with the package: a source.</returns>
    public static string Create(string folder, string name, string version, string source)
    {
        string place = Directory.CreateDirectory(Path.Combine(folder, "source")).FullName;
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            new[] { "System.Private.CoreLib", "System.Runtime" }.Select(a => MetadataReference.CreateFromFile(Path.Combine(runtime, a + ".dll"))),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using FileStream file = File.Create(Path.Combine(place, $"{name}.{version}.nupkg"));
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        Write(zip, name + ".nuspec", $"""
            <?xml version="1.0"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{name}</id><version>{version}</version><authors>tests</authors><description>A test.</description></metadata>
            </package>
            """);
        using Stream entry = zip.CreateEntry($"lib/net10.0/{name}.dll").Open();
        using var code = new MemoryStream();
        Assert.True(compilation.Emit(code).Success);
        code.WriteTo(entry);
        return place;
    }

    private static void Write(ZipArchive zip, string path, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path).Open());
        writer.Write(text);
    }
}
