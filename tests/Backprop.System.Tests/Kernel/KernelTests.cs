using Backprop.System.Tests.Architecture;
using Backprop.Tests;

namespace Backprop.System.Tests.Kernel;

/// <summary>The kernel as Jupyter's own clients see it.</summary>
public class KernelTests
{
    private static readonly string Scripts = Path.Combine(Tree.Root, "tests", "Backprop.System.Tests", "Kernel");

    [FactWithJupyter]
    public void Jupyter_client_gets_an_answer_to_everything_it_asks()
    {
        using var folder = new TemporaryFolder();
        Assert.EndsWith("fine\n", Run(folder, "kernel_suite.py").Expect(0).Output, StringComparison.Ordinal);
    }

    [FactWithJupyter(withConsole: true)]
    public void Jupyter_console_in_a_terminal_runs_cells_takes_input_and_shows_help()
    {
        using var folder = new TemporaryFolder();
        Assert.EndsWith("fine\n", Run(folder, "console_suite.py").Expect(0).Output, StringComparison.Ordinal);
    }

    [FactWithJupyter]
    public void Nbclient_runs_the_changed_lessons_without_an_error() => RunLessons(ChangedLessons.Of(Tree.Root, Lessons));

    [FactWithJupyter]
    [Trait("Speed", "Slow")]
    public void Nbclient_runs_all_lessons_without_an_error() => RunLessons([.. Lessons]);

    [Theory]
    [InlineData("not json", "no connection file")]
    [InlineData("""{"ip":"127.0.0.1","key":"","shell_port":1,"iopub_port":2,"stdin_port":3,"control_port":4,"hb_port":5}""", "empty key")]
    [InlineData("""{"ip":"127.0.0.1","key":"k","shell_port":1,"iopub_port":2,"stdin_port":3,"control_port":4,"hb_port":5,"transport":"udp"}""", "`udp`")]
    [InlineData("""{"ip":"192.0.2.1","key":"k","shell_port":5551,"iopub_port":5552,"stdin_port":5553,"control_port":5554,"hb_port":5555}""", "cannot listen on")]
    public void A_connection_file_that_does_not_do_is_refused_in_one_line(string content, string reason)
    {
        using var folder = new TemporaryFolder();
        ToolResult result = Tool.Run(folder.Path, "kernel", "run", "--connection-file", folder.Write("c.json", content)).Expect(1);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        Assert.Single(result.All.TrimEnd('\n').Split('\n'));
    }

    private static IEnumerable<string> Lessons =>
        Directory.EnumerateFiles(Path.Combine(Tree.Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal);

    private static void RunLessons(IReadOnlyList<string> lessons)
    {
        if (lessons.Count == 0)
            return;
        using var folder = new TemporaryFolder();
        ToolResult result = Run(folder, "run_lessons.py", [.. lessons]);
        Assert.Equal(lessons.Select(path => $"{Path.GetFileName(path)} shows"), result.Expect(0).Output.TrimEnd('\n').Split('\n'));
    }

    // A history of its own: the person's is left alone.
    private static ToolResult Run(TemporaryFolder folder, string script, params string[] arguments) => Tool.Start(
        FactWithJupyterAttribute.Python,
        [Path.Combine(Scripts, script), "dotnet", Tool.Assembly, .. arguments],
        folder.Path,
        new Dictionary<string, string> { ["XDG_DATA_HOME"] = folder["data"], ["PYTHONDONTWRITEBYTECODE"] = "1" });
}
