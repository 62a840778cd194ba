using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>The directives that every session has, whatever its host adds.</summary>
internal static class BuiltInDirectives
{
    /// <summary>The directive that leads back to C#.</summary>
    public const string CSharp = "#!csharp";

    private const string NoVariables = "No variables yet.";

    private static readonly string[] OtherLanguages =
        ["#!fsharp", "#!f#", "#!pwsh", "#!powershell", "#!sql", "#!kql", "#!http", "#!value"];

    public static IReadOnlyList<Directive> All { get; } =
    [
        new(CSharp, "says that C# follows", _ => Task.CompletedTask) { Aliases = ["#!c#", "#!cs"] },
        new("#!markdown", "shows the text below it as Markdown", call => Shown(new Markdown(call.Text)))
            { Reach = DirectiveReach.Text, Aliases = ["#!md"] },
        new("#!html", "shows the text below it as HTML", call => Shown(new Html(call.Text)))
            { Reach = DirectiveReach.Text },
        new("#!time", "runs the cell and shows how long that took", TimeRest) { Reach = DirectiveReach.Rest },
        new("#!who", "lists the names of the variables", call => Shown(Names(call.Host))),
        new("#!whos", "lists the variables with their types and values", call => Shown(Table(call.Host))),
        new("#!lsmagic", "lists the directives", call => Shown(List(call.Host))),
        new("#!about", "shows the versions of this kernel, of .NET and of the system", _ => Shown(About())),
        .. OtherLanguages.Select(Refusal),
    ];

    private static Task Shown(object value)
    {
        Show.display(value);
        return Task.CompletedTask;
    }

    private static async Task TimeRest(DirectiveCall call)
    {
        var clock = Stopwatch.StartNew();
        await call.RunRest();
        TimeSpan time = clock.Elapsed;
        string text = time.TotalSeconds < 1
            ? string.Create(CultureInfo.InvariantCulture, $"Wall time: {time.TotalMilliseconds:0.0##} ms")
            : string.Create(CultureInfo.InvariantCulture, $"Wall time: {time.TotalSeconds:0.00#} s");
        Show.display(text);
    }

    private static string Names(IDirectiveHost host) =>
        host.Variables.Count == 0 ? NoVariables : string.Join("  ", host.Variables.Select(v => v.Name));

    private static object Table(IDirectiveHost host) =>
        host.Variables.Count == 0
            ? NoVariables
            : new Listing(Count(host.Variables.Count, "variable"), ["name", "type", "value"],
                [.. host.Variables.Select(v => new object?[] { v.Name, v.TypeName, OneLine(v.Value) })]);

    private static Listing List(IDirectiveHost host)
    {
        var listed = host.Directives.Where(d => !d.IsHidden).OrderBy(d => d.Name, StringComparer.Ordinal).ToList();
        return new Listing($"{Count(listed.Count, "directive")}; each explains itself with --help", ["usage", "does"],
            [.. listed.Select(d => new object?[] { DirectiveHelp.Usage(d), d.Summary })]);
    }

    private static Listing About() => new("About this session", ["what", "version"],
    [
        ["Backprop", Version()],
        [".NET", Environment.Version.ToString()],
        ["system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}"],
        ["cores", Environment.ProcessorCount],
    ]);

    private static string Count(int count, string what) =>
        FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Version() => typeof(BuiltInDirectives).Assembly.GetName().Version!.ToString(3);

    private static string OneLine(object? value)
    {
        const int Widest = 80;
        string text = Formatter.ToBundle(value).PlainText.ReplaceLineEndings(" ").Trim();
        return text.Length <= Widest ? text : text[..Widest] + "…";
    }

    private static Directive Refusal(string name) => new(name, "is another language", call => throw new DirectiveException(
        $"{name} cells do not run here: this kernel speaks C# (and shows #!markdown and #!html). Rewrite the cell in C#, "
        + "or remove it."))
    {
        Reach = DirectiveReach.Text,
        IsHidden = true,
    };
}
