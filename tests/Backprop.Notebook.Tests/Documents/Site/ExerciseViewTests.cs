using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Backprop.Documents;
using Backprop.Scripting;

namespace Backprop.Tests.Documents;

public sealed class ExerciseViewTests : IDisposable
{
    private const string Solution = "int F()\n{\n    // BEGIN SOLUTION\n    return 42;\n    // END SOLUTION\n}";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_exercise_is_one_card_with_its_points_and_a_folded_solution()
    {
        IElement card = await Card("4");

        Assert.Equal("Exercise 1 · Count", card.QuerySelector("header h3")!.TextContent.Trim());
        Assert.Equal(["L08.d", "4 points", "warm-up", "✓ passed, 4/4"],
            card.QuerySelectorAll("header .bp-chip").Select(c => c.TextContent));
        Assert.Equal("int F()\n{\n    // your code\n}", card.QuerySelector("pre code")!.TextContent);
        Assert.Equal("int F()\n{\n    return 42;\n}", card.QuerySelector("details.solution pre")!.TextContent);
        Assert.Contains("Check.Run", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hidden_tests_are_not_shown()
    {
        Assert.DoesNotContain("HIDDEN", (await Card("4")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_points_say_not_yet()
    {
        Assert.Equal("✗ not yet, 1.5/4", (await Card("1.5")).QuerySelector(".bp-chip.fail")!.TextContent);
    }

    [Fact]
    public async Task A_grading_cell_that_fails_is_shown()
    {
        IElement card = await Card("fail");

        Assert.NotNull(card.QuerySelector(".error"));
        Assert.Empty(card.QuerySelectorAll("header .pass, header .fail"));
    }

    [Fact]
    public async Task The_text_before_the_exercise_stays_outside()
    {
        await Card("4");

        Assert.Equal("Before.", Page().QuerySelector("main > h2 + p")!.TextContent);
        Assert.Equal("After.", Page().QuerySelector("main > section.exr + p")!.TextContent);
    }

    private async Task<IElement> Card(string score)
    {
        folder.Write("in/a.ipynb", Ipynb.Of(
            Ipynb.Text("# T\n\n## Section\n\nBefore.\n\n### Exercise 1 · Count *(L08.d, 4 points, warm-up)*\n\nWrite `F`."),
            Graded(Solution, "solution", null), Ipynb.Code("Check.Run()"),
            Graded("// BEGIN HIDDEN TESTS\n1\n// END HIDDEN TESTS", "grade", 4), Ipynb.Text("After.")));
        RunPlan plan = RunPlan.Create([folder["in"]], folder["out"]);
        CellResult graded = score == "fail" ? FakeRunner.Failed("E", "m") : FakeRunner.Value(score);
        var runner = new NotebookRunner(_ => FakeRunner.Of(
            (code, _) => code.Contains("HIDDEN", StringComparison.Ordinal) ? graded : FakeRunner.Ok));
        new SiteWriter(plan, Assets.None).Write(await runner.RunAsync(plan.Notebooks[0]));
        return Assert.Single(Page().QuerySelectorAll("section.exr"));
    }

    private IDocument Page() => new HtmlParser().ParseDocument(folder.Read("out/a.html"));

    private static JsonObject Graded(string source, string kind, double? points)
    {
        JsonObject cell = Ipynb.Code(source);
        var grading = new JsonObject { ["schema_version"] = 3, ["grade"] = kind == "grade",
            ["solution"] = kind == "solution" };
        if (points is not null)
            grading["points"] = points;
        cell["metadata"]!["nbgrader"] = grading;
        return cell;
    }
}
