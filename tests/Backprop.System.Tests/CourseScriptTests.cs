namespace Backprop.System.Tests;

/// <summary>The script in front of the tool.</summary>
public class CourseScriptTests
{
    private static readonly Dictionary<string, string> Plain = [];

    [Fact]
    public void It_works_from_any_folder_and_through_a_link()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder["learn"], Tool.CourseScript);
        Assert.Contains("run", Tool.Course(folder.Path, folder["learn"], Plain, "help").Expect(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_SDK_it_says_in_one_line_what_is_missing_and_where_to_get_it()
    {
        using var folder = new TemporaryFolder();
        foreach (string tool in new[] { "dirname", "readlink", "mkdir" })
            File.CreateSymbolicLink(folder[tool], Find(tool));
        ToolResult result = Tool.Course(folder.Path, Tool.CourseScript,
            new Dictionary<string, string> { ["PATH"] = folder.Path, ["HOME"] = folder.Path, ["DOTNET_ROOT"] = folder.Path }, "help");
        Assert.Equal(2, result.ExitCode);
        Assert.Matches("^course: .*\\.NET SDK.*10.*https://.*\n$", result.All);
    }

    [Fact]
    public void An_unknown_command_is_refused_with_a_way_on()
    {
        ToolResult result = Tool.Course(Path.GetTempPath(), Tool.CourseScript, Plain, "fly").Expect(2);
        Assert.Contains("fly", result.Error, StringComparison.Ordinal);
        Assert.Contains("help", result.Error, StringComparison.Ordinal);
    }

    private static string Find(string tool) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(p => Path.Combine(p, tool)).First(File.Exists);
}
