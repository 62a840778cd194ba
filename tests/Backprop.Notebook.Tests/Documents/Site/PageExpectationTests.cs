using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Backprop.Display;
using Backprop.Documents;
using Backprop.Scripting;

namespace Backprop.Tests.Documents;

/// <summary>Small pages as files to look at: <c>Expectations/page-lesson.html</c> and <c>page-list.html</c>.</summary>
public sealed partial class PageExpectationTests : IDisposable
{
    private const string Text = """
        # One neuron: *yes* or no

        **Lesson 1 of 21.** About 25 minutes. 20 points.

        **When you are done you can**

        1. say what $\sigma(z) = \frac{1}{1 + e^{-z}}$ does.

        ## The idea

        $$\hat y = \sigma\left(\sum_{i=1}^n w_i x_i + b\right)$$

        | input | weight |
        |---|--:|
        | $x_1$ | −0.5 |

        **Predict.** Is the output above 0.5? See [lesson 2](2-next.ipynb).

        > **A slip in the notes.** They print *w*.
        """;

    private const string Exercise = """
        ## Exercises

        ### Exercise 1 · Count *(L01.a, 4 points)*

        Write `F`.

        <details><summary>Hint</summary>

        Count **twice**.

        </details>
        """;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_lesson_and_the_list_look_as_they_did()
    {
        var solution = Ipynb.Code("int F()\n{\n    // BEGIN SOLUTION\n    return 42;\n    // END SOLUTION\n}");
        solution["metadata"]!["nbgrader"] = new JsonObject { ["solution"] = true };
        folder.Write("in/1-neuron.ipynb", Ipynb.Of(Ipynb.Text(Text),
            Ipynb.Code("Console.WriteLine($\"{1 / 2.0:F2}\");"),
            Ipynb.Text(Exercise), solution, Ipynb.Code("Check.Run(F)"), Ipynb.Text("## Mistakes"),
                Ipynb.Code("1 / zero")));
        folder.Write("in/2-next.ipynb", Ipynb.Of(Ipynb.Text("# What comes next")));
        RunPlan plan = RunPlan.Create([folder["in"]], folder["out"]);
        var runner = new NotebookRunner(_ => FakeRunner.Of(Play));
        var site = new SiteWriter(plan, Assets.None);
        foreach (PlannedNotebook notebook in plan.Notebooks)
            site.Write(await runner.RunAsync(notebook) with { Elapsed = TimeSpan.FromSeconds(1.2) });
        site.WriteIndex();

        Expectation.Text("page-lesson.html", Looked("1-neuron.html"));
        Expectation.Text("page-list.html", Looked("index.html"));
        Expectation.Text("page-site.css", PageFrame.Resource("site.css"));
    }

    private static CellResult Play(string code, Action<Output> output)
    {
        if (code.StartsWith("1 / zero", StringComparison.Ordinal))
            return new CellResult(CellStatus.Failed, Error: new CellError("DivideByZeroException",
                "Attempted to divide by zero.", 1, ["\u001b[31m1 / zero\u001b[0m", "at cell 4, line 1"]));
        if (code.StartsWith("Console", StringComparison.Ordinal))
            output(new StreamOutput("0.50\n", IsError: false));
        return code.StartsWith("Check", StringComparison.Ordinal) ? FakeRunner.Value("PASSED  4 of 4") : FakeRunner.Ok;
    }

    // The styles are the same in every page: they stand in files of their own, which the page's policy would refuse.
    private string Looked(string file)
    {
        string page = folder.Read($"out/{file}");
        string links = "<link rel=\"stylesheet\" href=\"theme.css\"><link rel=\"stylesheet\" href=\"page-site.css\">";
        return Policy().Replace(Styles().Replace(page, links), "");
    }

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Styles();

    [GeneratedRegex("<meta http-equiv[^\n]*\n")]
    private static partial Regex Policy();
}
