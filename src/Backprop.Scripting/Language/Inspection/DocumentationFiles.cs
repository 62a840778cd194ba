using System.Globalization;
using System.Text;

namespace Backprop.Scripting;

/// <summary>
/// The XML files that compilers write beside assemblies. A file is searched as it lies on the disk: this takes a few
/// milliseconds, and help is asked for seldom, so that nothing of it is kept.
/// </summary>
internal sealed class DocumentationFiles
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly byte[] MemberEnd = "</member>"u8.ToArray();

    private readonly Lazy<string?> referencePack = new(FindReferencePack);

    /// <summary>What stands about a member in the file of its assembly, as XML; null where there is none.</summary>
    /// <param name="assembly">The assembly's file.</param>
    /// <param name="space">The member's namespace.</param>
    /// <param name="id">The member's documentation id: <c>M:System.Console.WriteLine</c>.</param>
    public string? Find(string assembly, string space, string id)
    {
        byte[] start = Encoding.UTF8.GetBytes($"<member name=\"{id}\"");
        return Files(assembly, space).Select(file => Find(file, start)).FirstOrDefault(found => found is not null);
    }

    private IEnumerable<string> Files(string assembly, string space)
    {
        string beside = Path.ChangeExtension(assembly, ".xml");
        if (File.Exists(beside))
            return [beside];
        if (Path.GetDirectoryName(assembly) != FrameworkFolder || referencePack.Value is not { } pack)
            return [];

        // .NET's own assemblies are documented under the names by which programs refer to them.
        string[] likely = [Path.GetFileNameWithoutExtension(assembly), space, "System.Runtime"];
        IEnumerable<string> first = likely.Select(name => Path.Combine(pack, name + ".xml")).Where(File.Exists);
        return first.Concat(Directory.EnumerateFiles(pack, "System.*.xml").Order(StringComparer.Ordinal)).Distinct();
    }

    private static string? Find(string file, byte[] start)
    {
        try
        {
            ReadOnlySpan<byte> bytes = File.ReadAllBytes(file);
            int from = bytes.IndexOf(start);
            if (from < 0)
                return null;
            ReadOnlySpan<byte> rest = bytes[from..];
            int end = rest.IndexOf(MemberEnd);
            return end < 0 ? null : Encoding.UTF8.GetString(rest[..(end + MemberEnd.Length)]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The pack of dotnet/shared/Microsoft.NETCore.App/10.0.1 is dotnet/packs/Microsoft.NETCore.App.Ref/10.0.1.
    private static string? FindReferencePack()
    {
        string packs = Path.GetFullPath(Path.Combine(FrameworkFolder, "../../../packs/Microsoft.NETCore.App.Ref"));
        string target = string.Create(CultureInfo.InvariantCulture, $"net{Environment.Version.Major}.0");
        return !Directory.Exists(packs)
            ? null
            : Directory.EnumerateDirectories(packs)
                .Select(pack => Path.Combine(pack, "ref", target))
                .Where(Directory.Exists)
                .OrderDescending(StringComparer.Ordinal)
                .FirstOrDefault();
    }
}
