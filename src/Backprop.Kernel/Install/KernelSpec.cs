using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backprop.Kernel;

/// <summary>What Jupyter reads about a kernel: how it is called and how it is started.</summary>
/// <param name="Name">The folder's name, by which notebooks know the kernel.</param>
/// <param name="DisplayName">What a person chooses.</param>
/// <param name="Command">The program and its arguments; <c>{connection_file}</c> stands for the file that Jupyter
/// writes.</param>
public sealed record KernelSpec(string Name, string DisplayName, IReadOnlyList<string> Command)
{
    /// <summary>The name of this kernel, unless another is chosen.</summary>
    public const string DefaultName = "backprop-csharp";

    /// <summary>The name of .NET Interactive's kernel: notebooks that were left without it ask for it.</summary>
    public const string StrandedName = ".net-csharp";

    // 4 MiB, in hexadecimal as the runtime reads it.
    private const string YoungBytes = "400000";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of <c>kernel.json</c>.</summary>
    public string ToJson()
    {
        var json = new JsonObject
        {
            ["argv"] = new JsonArray([.. Command.Select(word => (JsonNode)word)]),
            ["display_name"] = DisplayName,
            // nbgrader finds the stub for solutions by this word.
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            // Young objects are collected while they are few: a cell leaves tens of megabytes of the compiler's otherwise.
            ["env"] = new JsonObject { ["DOTNET_GCgen0size"] = YoungBytes },
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
        return json.ToJsonString(Layout) + "\n";
    }

    /// <summary>Whether a name can be a kernel's: Jupyter allows letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
        && name is not ("." or "..");
}
