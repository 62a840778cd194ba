using System.Reflection;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>What a session offers to its cells from the start.</summary>
public sealed record SessionOptions
{
    /// <summary>Assemblies that cells may use, beside those of .NET.</summary>
    public IReadOnlyList<Assembly> References { get; init; } = [];

    /// <summary>Namespaces whose types cells may name without a <c>using</c> line.</summary>
    public IReadOnlyList<string> Usings { get; init; } = DefaultUsings;

    /// <summary>Static classes whose members cells may name alone, such as <c>System.Math</c>.</summary>
    public IReadOnlyList<string> StaticUsings { get; init; } = ["Backprop.Display.Show"];

    /// <summary>
    /// The folder to which the paths of <c>#r</c> and <c>#load</c> are relative: where the notebook lies.
    /// </summary>
    public string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>Directives beside those that every session has (<c>#!time</c>, <c>#!who</c>, …).</summary>
    public IReadOnlyList<Directive> Directives { get; init; } = [];

    /// <summary>The namespaces that every session imports.</summary>
    public static IReadOnlyList<string> DefaultUsings { get; } =
    [
        "System",
        "System.Collections",
        "System.Collections.Generic",
        "System.Diagnostics",
        "System.IO",
        "System.Linq",
        "System.Text",
        "System.Threading.Tasks",
        "Backprop.Display",
    ];
}
