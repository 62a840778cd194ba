using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Backprop.Scripting;

/// <summary>
/// The assemblies that cells compile against. Few of .NET's own at first, since each of them costs time and memory;
/// <see cref="Everything"/> when a cell names something that they lack.
/// </summary>
internal sealed class CellReferences
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly ConcurrentDictionary<string, PortableExecutableReference> Opened = new();

    private static readonly string[] Common =
    [
        "System.Private.CoreLib",
        "System.Private.Uri",
        "System.Runtime",
        "System.Collections",
        "System.Collections.Concurrent",
        "System.ComponentModel.Primitives",
        "System.Console",
        "System.Diagnostics.Process",
        "System.Linq",
        "System.Linq.Expressions",
        "System.Memory",
        "System.Runtime.Numerics",
        "System.Text.Json",
        "System.Text.RegularExpressions",
        "System.Threading",
    ];

    private readonly Lazy<IReadOnlyList<MetadataReference>> everything;

    public CellReferences(IReadOnlyList<Assembly> assemblies)
    {
        IEnumerable<string> own = assemblies.Append(typeof(Display.Output).Assembly).Select(a => a.Location);
        Basic = WithWhatTheyNeed(own.Concat(Common.Select(FrameworkPath)));
        everything = new(() => [.. Basic.Union(FrameworkFiles().Select(Open))]);
    }

    /// <summary>What the first cell is compiled against, and later cells with it.</summary>
    public IReadOnlyList<MetadataReference> Basic { get; }

    /// <summary>The same and all of .NET.</summary>
    public IReadOnlyList<MetadataReference> Everything => everything.Value;

    /// <summary>The file of one of .NET's own assemblies. It need not exist.</summary>
    public static string FrameworkPath(string name) => Path.Combine(FrameworkFolder, name + ".dll");

    /// <summary>An assembly's file as the compiler reads it.</summary>
    public static PortableExecutableReference Open(string path) =>
        Opened.GetOrAdd(path, static p => Mapped(p) ?? Read(p));

    private static PortableExecutableReference Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return AssemblyMetadata.CreateFromStream(file, PEStreamOptions.PrefetchMetadata).GetReference(filePath: path);
    }

    // What this process has loaded anyway is read where it lies: no copy, and memory that processes share.
    private static unsafe PortableExecutableReference? Mapped(string path)
    {
        Assembly? loaded = AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(a => !a.IsDynamic && a.Location == path);
        return loaded is not null && loaded.TryGetRawMetadata(out byte* start, out int length)
            ? AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)start, length)).GetReference(filePath: path)
            : null;
    }

    // With a gap in it, an assembly would become another one to the compiler once Everything fills that gap,
    // and an object of a class in it would no longer fit its own class.
    private static List<MetadataReference> WithWhatTheyNeed(IEnumerable<string> files)
    {
        var found = new List<MetadataReference>();
        var seen = new HashSet<string>();
        var open = new Queue<string>(files);
        while (open.TryDequeue(out string? file))
        {
            if (!seen.Add(file) || !File.Exists(file))
                continue;
            PortableExecutableReference reference = Open(file);
            found.Add(reference);
            foreach (string name in Needs(reference))
                open.Enqueue(FrameworkPath(name));
        }
        return found;
    }

    private static IEnumerable<string> Needs(PortableExecutableReference reference)
    {
        var metadata = (AssemblyMetadata)reference.GetMetadata();
        MetadataReader reader = metadata.GetModules()[0].GetMetadataReader();
        return reader.AssemblyReferences.Select(needed => reader.GetString(reader.GetAssemblyReference(needed).Name));
    }

    // The folder also holds native libraries, which the host does not list as assemblies.
    private static IEnumerable<string> FrameworkFiles() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == FrameworkFolder);
}
