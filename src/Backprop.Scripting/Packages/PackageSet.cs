using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Backprop.Scripting;

/// <summary>All packages that a session asked for, and where to look for them.</summary>
/// <param name="Packages">Versions by name.</param>
/// <param name="Sources">Places beside those that the user's NuGet settings name.</param>
internal sealed record PackageSet(IReadOnlyDictionary<string, string> Packages, IReadOnlyList<string> Sources)
{
    public static PackageSet Empty { get; } = new(new Dictionary<string, string>(), []);

    /// <summary>The same and what a line asks for; a package that is there already gets the line's version.</summary>
    public PackageSet With(PackageLine line)
    {
        if (line.Source is { } source)
            return this with { Sources = [.. Sources.Append(source).Distinct()] };
        var packages = new Dictionary<string, string>(Packages, StringComparer.OrdinalIgnoreCase)
        {
            [line.Name!] = line.Version!,
        };
        return this with { Packages = packages };
    }

    /// <summary>Whether what a line asks for is in it already, in any version that satisfies the line.</summary>
    public bool Has(PackageLine line) =>
        line.Source is { } source
            ? Sources.Contains(source)
            : Packages.Any(p => p.Key.Equals(line.Name, StringComparison.OrdinalIgnoreCase)
                && (line.Version is "*" || line.Version == p.Value));

    /// <summary>Names the set: the same set is restored once per machine.</summary>
    public string Key()
    {
        IEnumerable<string> lines = Packages.OrderBy(p => p.Key, StringComparer.OrdinalIgnoreCase)
            .Select(p => $"{p.Key.ToLowerInvariant()} {p.Value}")
            .Concat(Sources);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"net{Environment.Version.Major}\n" + string.Join('\n', lines)));
        return Convert.ToHexStringLower(hash.AsSpan(0, 10));
    }

    /// <summary>A project that asks for the set and nothing else.</summary>
    public XDocument Project(string runtime) => new(
        new XElement("Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
                new XElement("RuntimeIdentifier", runtime),
                new XElement("SelfContained", "false"),
                new XElement("UseAppHost", "false"),
                new XElement("NuGetAudit", "false"),
                new XElement("RestorePackagesWithLockFile", "false"),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', Sources))),
            new XElement("ItemGroup", Packages.Select(p => new XElement("PackageReference",
                new XAttribute("Include", p.Key), new XAttribute("Version", p.Value))))));
}
