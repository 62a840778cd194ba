using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Backprop.Scripting;

/// <summary>
/// Finds what <c>#r "file.dll"</c> names: a file beside the notebook, or one of .NET's own assemblies.
/// </summary>
internal sealed class ReferenceResolver(string folder) : MetadataReferenceResolver
{
    private readonly HashSet<string> folders = [];

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        string[] places = [Path.Combine(folder, reference), CellReferences.FrameworkPath(reference)];
        if (places.FirstOrDefault(File.Exists) is not { } path)
            return [];
        folders.Add(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return [MetadataReference.CreateFromFile(path, properties)];
    }

    /// <summary>
    /// Loads an assembly from a folder that <c>#r</c> named: the file itself, or what it needs beside it.
    /// </summary>
    public Assembly? Load(AssemblyLoadContext context, AssemblyName name)
    {
        IEnumerable<string> places = folders.Select(place => Path.Combine(place, name.Name + ".dll"));
        return places.FirstOrDefault(File.Exists) is { } path ? context.LoadFromAssemblyPath(path) : null;
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
