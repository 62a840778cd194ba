namespace Backprop.Cli;

/// <summary>The clone that the tool was started from, if it was started by its <c>./course</c> script.</summary>
internal static class Clone
{
    /// <summary>The clone's folder, or null for an installed tool.</summary>
    public static string? Root { get; } =
        Environment.GetEnvironmentVariable("BACKPROP_CLONE") is { Length: > 0 } root ? Path.GetFullPath(root) : null;

    /// <summary>How the tool is called: messages begin with it.</summary>
    public static string ToolName => Root is null ? "backprop" : "course";

    /// <summary>The <c>dotnet</c> that runs this process.</summary>
    public static string Dotnet =>
        Environment.GetEnvironmentVariable("BACKPROP_DOTNET") is { Length: > 0 } dotnet ? dotnet : Environment.ProcessPath ?? "dotnet";

    /// <summary>A folder of the clone, or of the current folder for an installed tool.</summary>
    public static string Folder(string name) => Path.Combine(Root ?? Environment.CurrentDirectory, name);
}
