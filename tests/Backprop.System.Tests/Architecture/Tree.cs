using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.System.Tests.Architecture;

/// <summary>The clone that this test was built from, as files.</summary>
internal static class Tree
{
    /// <summary>The clone's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The C# files below some folders of the clone.</summary>
    public static IEnumerable<string> Sources(params string[] folders) =>
        folders.Select(f => Path.Combine(Root, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.cs", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);

    /// <summary>A path as seen from the clone's folder, with forward slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>A file as a syntax tree.</summary>
    public static Microsoft.CodeAnalysis.SyntaxTree Parse(string path) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Preview), path);

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (string? folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Course.sln")))
                return folder;
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Course.sln")))
                return folder;
        throw new InvalidOperationException("No Course.sln above the tests.");
    }
}
