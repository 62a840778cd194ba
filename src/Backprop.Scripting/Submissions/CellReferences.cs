using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Backprop.Scripting;

/// <summary>
/// The assemblies that cells compile against. Few of .NET's own at first, since each of them costs time and memory;
/// <see cref="Everything"/> when a cell names something that they lack.
/// </summary>
internal sealed class CellReferences
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly ConcurrentDictionary<string, MetadataReference> Opened = new();

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
        IEnumerable<Assembly> own = assemblies.Append(typeof(Display.Output).Assembly);
        IEnumerable<string> needed = own.SelectMany(a => a.GetReferencedAssemblies()).Select(name => name.Name!);
        IEnumerable<string> framework = Common.Union(needed).Select(FrameworkPath).Where(File.Exists);
        Basic = [.. framework.Concat(own.Select(a => a.Location)).Distinct().Select(Open)];
        everything = new(() => [.. Basic.Union(FrameworkFiles().Select(Open))]);
    }

    /// <summary>What the first cell is compiled against, and later cells with it.</summary>
    public IReadOnlyList<MetadataReference> Basic { get; }

    /// <summary>The same and all of .NET.</summary>
    public IReadOnlyList<MetadataReference> Everything => everything.Value;

    /// <summary>The file of one of .NET's own assemblies. It need not exist.</summary>
    public static string FrameworkPath(string name) => Path.Combine(FrameworkFolder, name + ".dll");

    public static MetadataReference Open(string path) =>
        Opened.GetOrAdd(path, static p => MetadataReference.CreateFromFile(p));

    // The folder also holds native libraries, which the host does not list as assemblies.
    private static IEnumerable<string> FrameworkFiles() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == FrameworkFolder);
}
