using System.Diagnostics;
using Backprop.System.Tests.Architecture;

namespace Backprop.System.Tests;

/// <summary>Runs the tool as a user does: in a process of its own.</summary>
internal static class Tool
{
    /// <summary>The built tool.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "Backprop.Cli.dll");

    /// <summary>Runs the built tool (not the script in front of it).</summary>
    public static ToolResult Run(string folder, params string[] arguments) => Run(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs the built tool with variables of its own.</summary>
    public static ToolResult Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start("dotnet", [Assembly, .. arguments], folder, environment);

    /// <summary>Runs <c>./course</c> as a shell would.</summary>
    public static ToolResult Course(string folder, string script, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start("bash", [script, .. arguments], folder, environment);

    /// <summary>The script at the clone's root.</summary>
    public static string CourseScript => Path.Combine(Tree.Root, "course");

    /// <summary>Runs any program, no longer than some minutes.</summary>
    public static ToolResult Start(
        string file, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string> environment, int minutes = 4)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(minutes)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{file} {string.Join(' ', arguments)} did not end in {minutes} minutes.");
        }
        return new ToolResult(process.ExitCode, output.Result, error.Result);
    }
}

/// <summary>How a run of the tool ended.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>All that a person at the terminal saw.</summary>
    public string All => Output + Error;

    /// <summary>Fails unless the tool ended as said; shows what it printed.</summary>
    public ToolResult Expect(int code)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode} in place of {code}\n{All}");
        Assert.DoesNotContain("   at Backprop.", All, StringComparison.Ordinal); // no stack trace of ours
        Assert.DoesNotContain("Unhandled exception", Error, StringComparison.Ordinal);
        return this;
    }
}
