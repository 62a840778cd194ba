namespace Backprop.System.Tests.Run;

/// <summary>What goes wrong costs one clear line and loses nothing.</summary>
public class BadInputTests
{
    [Theory]
    [InlineData("{ this is no JSON", "JSON")]
    [InlineData("", "empty")]
    [InlineData("""{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": []}""", "notebook format 3")]
    [InlineData("[]", "notebook")]
    public void A_file_that_is_no_notebook_is_named_with_the_reason(string content, string reason)
    {
        using var folder = new TemporaryFolder();
        folder.Write("lesson.ipynb", content);
        ToolResult result = Tool.Run(folder.Path, "run", "lesson.ipynb", "--out", "out").Expect(1);
        string line = Assert.Single(result.All.Split('\n'), l => l.Contains("lesson.ipynb", StringComparison.Ordinal));
        Assert.Contains(reason, line, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_notebook_of_another_language_is_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("snake.ipynb", Notebooks.Python());
        ToolResult result = Tool.Run(folder.Path, "run", "snake.ipynb", "--out", "out").Expect(1);
        Assert.Contains("python", result.All, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_a_wrong_command()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("nowhere.ipynb", Tool.Run(folder.Path, "run", "nowhere.ipynb").Expect(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_option_is_a_wrong_command() =>
        Assert.Contains("--bogus", Tool.Run(Path.GetTempPath(), "run", "--bogus").Expect(2).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("int x = \"text\";", "CS0029", 1)]
    [InlineData("int zero = 0;\nint y = 1 / zero;", "DivideByZeroException", 2)]
    [InlineData("Environment.Exit(3);", "Environment.Exit", null)]
    [InlineData("int F(int n) => 1 + F(n + 1);\nF(0)", "stack", null)]
    public void A_failing_cell_stops_its_notebook_and_is_reported_with_its_place(string code, string what, int? line)
    {
        using var folder = new TemporaryFolder();
        folder.Write("bad.ipynb", Notebooks.Of("Console.WriteLine(\"before\");", code, "Console.WriteLine(\"after\");"));
        folder.Write("good.ipynb", Notebooks.Of("Console.WriteLine(\"fine\");"));
        ToolResult result = Tool.Run(folder.Path, "run", ".", "--out", "out").Expect(1);

        string report = Assert.Single(result.Error.Split('\n'), l => l.Contains("bad.ipynb", StringComparison.Ordinal) && l.Contains("cell 2", StringComparison.Ordinal));
        Assert.Contains(what, report, StringComparison.OrdinalIgnoreCase);
        if (line is not null)
            Assert.Contains($"line {line}", report, StringComparison.Ordinal);
        Assert.Contains("before", File.ReadAllText(folder["out/bad.ipynb"]), StringComparison.Ordinal);
        Assert.DoesNotContain("\"after\\n\"", File.ReadAllText(folder["out/bad.ipynb"]), StringComparison.Ordinal);
        Assert.Contains("fine", File.ReadAllText(folder["out/good.ipynb"]), StringComparison.Ordinal);
        Assert.True(File.Exists(folder["out/index.html"]));
    }

    [Fact]
    public void An_endless_loop_ends_at_the_time_limit()
    {
        using var folder = new TemporaryFolder();
        folder.Write("loop.ipynb", Notebooks.Of("Console.WriteLine(\"start\");", "while (true) { }"));
        ToolResult result = Tool.Run(folder.Path, "run", "loop.ipynb", "--out", "out", "--timeout", "2").Expect(1);
        Assert.Contains("2 s", result.Error, StringComparison.Ordinal);
        Assert.Contains("start", File.ReadAllText(folder["out/loop.ipynb"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_may_fail_does_not_fail_the_run()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lesson.ipynb", Notebooks.Create("C#",
            Notebooks.Cell("throw new InvalidOperationException(\"on purpose\");", "raises-exception"),
            Notebooks.Cell("Console.WriteLine(\"still here\");")).ToJsonString());
        Tool.Run(folder.Path, "run", "lesson.ipynb", "--out", "out").Expect(0);
        string page = File.ReadAllText(folder["out/lesson.html"]);
        Assert.Contains("on purpose", page, StringComparison.Ordinal);
        Assert.Contains("still here", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_are_never_written_over_an_input()
    {
        using var folder = new TemporaryFolder();
        string before = Notebooks.Of("1 + 1");
        folder.Write("lesson.ipynb", before);
        Tool.Run(folder.Path, "run", "lesson.ipynb", "--out", ".").Expect(2);
        Assert.Equal(before, File.ReadAllText(folder["lesson.ipynb"]));
    }

    [Fact]
    public void An_output_folder_that_cannot_be_written_costs_one_line()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lesson.ipynb", Notebooks.Of("1 + 1"));
        folder.Write("file", "in the way");
        ToolResult result = Tool.Run(folder.Path, "run", "lesson.ipynb", "--out", "file/out");
        Assert.InRange(result.ExitCode, 1, 2);
        Assert.Single(result.Error.Split('\n'), l => l.Contains("file", StringComparison.Ordinal));
        Assert.Equal("in the way", File.ReadAllText(folder["file"]));
    }

    [Fact]
    public void Much_output_is_cut_with_a_note()
    {
        using var folder = new TemporaryFolder();
        folder.Write("loud.ipynb", Notebooks.Of("for (int i = 0; i < 200_000; i++) Console.WriteLine($\"line {i} \" + new string('x', 40));", "\"next\""));
        Tool.Run(folder.Path, "run", "loud.ipynb", "--out", "out").Expect(0);
        Assert.InRange(new FileInfo(folder["out/loud.ipynb"]).Length, 1_000_000, 8_000_000);
        Assert.InRange(new FileInfo(folder["out/loud.html"]).Length, 1_000_000, 9_000_000);
        Assert.Contains("next", File.ReadAllText(folder["out/loud.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_home_that_cannot_be_written_does_not_matter()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lesson.ipynb", Notebooks.Of("Console.WriteLine(6 * 7);"));
        string home = folder.Write("home", "a file where the home should be");
        Tool.Run(folder.Path, new Dictionary<string, string> { ["HOME"] = home }, "run", "lesson.ipynb", "--out", "out").Expect(0);
        Assert.Contains("42", File.ReadAllText(folder["out/lesson.ipynb"]), StringComparison.Ordinal);
    }
}
