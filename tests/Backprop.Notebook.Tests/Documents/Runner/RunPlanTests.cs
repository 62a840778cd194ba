using Backprop.Documents;

namespace Backprop.Tests.Documents;

public sealed class RunPlanTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_gives_its_notebooks_in_reading_order_with_their_sub_folders()
    {
        Touch("notes/10-last.ipynb", "notes/2-first.ipynb", "notes/part b/01.ipynb", "notes/readme.md");

        RunPlan plan = RunPlan.Create([folder["notes"]], folder["out"]);

        Assert.Equal(["2-first", "10-last", "part b/01"], plan.Notebooks.Select(n => n.Name));
        Assert.Equal(folder["out/part b/01.html"], plan.PathOf(plan.Notebooks[2].PagePath));
        Assert.Equal(folder["notes/part b/01.ipynb"], plan.Notebooks[2].Label);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void Checkpoints_hidden_folders_and_the_output_folder_are_left_out()
    {
        Touch("a.ipynb", ".ipynb_checkpoints/a-checkpoint.ipynb", "x/.git/b.ipynb", "out/a.ipynb", "x/._c.ipynb");

        RunPlan plan = RunPlan.Create([folder.Path], folder["out"]);

        Assert.Equal(["a"], plan.Notebooks.Select(n => n.Name));
    }

    [Fact]
    public void An_output_folder_behind_a_link_is_left_out_too()
    {
        Touch("a.ipynb", "results/a.ipynb");
        Directory.CreateSymbolicLink(folder["out"], folder["results"]);

        Assert.Equal(["a"], RunPlan.Create([folder.Path], folder["out"]).Notebooks.Select(n => n.Name));
    }

    [Fact]
    public void A_link_that_leads_back_up_does_not_run_in_circles()
    {
        Touch("sub/a.ipynb");
        Directory.CreateSymbolicLink(folder["sub/up"], folder.Path);

        Assert.Equal(["sub/a"], RunPlan.Create([folder.Path], folder["out"]).Notebooks.Select(n => n.Name));
    }

    [Fact]
    public void A_notebook_named_twice_runs_once()
    {
        Touch("notes/a.ipynb");

        RunPlan plan = RunPlan.Create([folder["notes/a.ipynb"], folder["notes"], folder["notes/../notes/a.ipynb"]],
            folder["out"]);

        Assert.Equal("a", Assert.Single(plan.Notebooks).Name);
    }

    [Fact]
    public void Two_notebooks_with_one_name_are_refused()
    {
        Touch("a/x.ipynb", "b/x.ipynb");

        string message = Refused([folder["a"], folder["b"]], folder["out"]);

        Assert.Contains("would both become x.html", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("notes/.")]
    [InlineData("link")]
    public void A_result_never_replaces_an_input(string outFolder)
    {
        Touch("notes/a.ipynb");
        Directory.CreateSymbolicLink(folder["link"], folder["notes"]);

        string message = Refused([folder["notes/a.ipynb"]], folder[outFolder]);

        Assert.Contains("a.ipynb: is an input, and the result would replace it", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_in_another_run_folder_is_not_replaced_either()
    {
        Touch("notes/a.ipynb", "out/b.ipynb", "notes/b.ipynb");

        Assert.Contains("b.ipynb: is an input", Refused([folder["notes"], folder["out/b.ipynb"]], folder["out"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_or_is_no_notebook_gets_one_line()
    {
        Touch("text.md");
        Directory.CreateDirectory(folder["empty"]);

        Assert.EndsWith("gone.ipynb: there is no such file or folder.", Refused([folder["gone.ipynb"]], "out"),
            StringComparison.Ordinal);
        Assert.EndsWith("its name does not end in .ipynb or .dib.", Refused([folder["text.md"]], "out"),
            StringComparison.Ordinal);
        Assert.EndsWith("empty: no notebook (.ipynb, .dib) there.", Refused([folder["empty"]], "out"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_called_index_does_not_take_the_place_of_the_list()
    {
        Touch("index.ipynb", "sub/index.ipynb");

        RunPlan plan = RunPlan.Create([folder.Path], folder["out"]);

        Assert.Equal(["index-page.html", "sub/index.html"], plan.Notebooks.Select(n => n.PagePath));
    }

    private static string Refused(string[] paths, string outFolder)
    {
        string message = Assert.Throws<UsageException>(() => RunPlan.Create(paths, outFolder)).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private void Touch(params string[] files)
    {
        foreach (string file in files)
            folder.Write(file, Ipynb.Of());
    }
}
