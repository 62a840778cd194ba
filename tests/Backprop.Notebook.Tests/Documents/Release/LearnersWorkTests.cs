using System.Text.Json.Nodes;
using Backprop.Display;
using Backprop.Documents;

namespace Backprop.Tests.Documents;

public class LearnersWorkTests
{
    [Fact]
    public void Verdicts_are_read_with_what_is_open()
    {
        LearnersWork work = LearnersWork.Of(Notebook(
            Showing("PASSED  L03.a: 4 of 4 points\n  ok       one"),
            Showing("NOT YET L03.b: 1.5 of 6 points\n  ok       one step\n  not yet  more: why")));
        Assert.Equal(["L03.a", "L03.b"], work.Exercises.Select(exercise => exercise.Id));
        Assert.Equal([4, 1.5], work.Exercises.Select(exercise => exercise.Earned));
        Assert.Equal([true, false], work.Exercises.Select(exercise => exercise.Passed));
        Assert.Equal(["not yet  more: why"], work.Exercises[1].Open);
        Assert.False(work.IsReady);
    }

    [Fact]
    public void Work_without_faults_and_with_all_checks_passed_is_ready()
    {
        Assert.True(LearnersWork.Of(Notebook(Showing("PASSED  L03.a: 4 of 4 points\n  ok       one"))).IsReady);
    }

    [Fact]
    public void Errors_and_doubled_cells_are_told()
    {
        NotebookCell failing = new(CellKind.Code, "c1", "x") { Outputs = { new ErrorEntry("CS0103", "no x\nmore", []) } };
        LearnersWork work = LearnersWork.Of(Notebook(failing, Named("g"), Named("g")));
        Assert.Equal(["g: there are 2 cells of this name. Delete the copies.", "c1: CS0103: no x"], work.Faults);
    }

    [Fact]
    public void A_text_that_is_still_blank_is_told()
    {
        var marks = new JsonObject
        {
            ["schema_version"] = 3, ["grade"] = true, ["solution"] = true, ["locked"] = false, ["grade_id"] = "L01-d-answer",
            ["points"] = 5,
        };
        var blank = new NotebookCell(CellKind.Markdown, "L01-d-answer", "*Your answer here.*")
        {
            Metadata = new JsonObject { ["nbgrader"] = marks },
        };
        CellSeal.Put(blank);
        var written = new NotebookCell(CellKind.Markdown, "w", "XOR") { Metadata = blank.Metadata.DeepClone().AsObject() };
        written.Metadata["nbgrader"]!["grade_id"] = "w";
        Assert.Equal(["L01-d-answer: nothing is written here yet. A teacher reads this answer."],
            LearnersWork.Of(Notebook(blank, written)).Faults);
    }

    private static NotebookDocument Notebook(params NotebookCell[] cells) => new() { Cells = [.. cells] };

    private static NotebookCell Showing(string text) => new(CellKind.Code, "check", "Check.Run()")
    {
        Outputs = { new DisplayEntry(new MimeBundle().Add(MimeBundle.Text, text), 1) },
    };

    private static NotebookCell Named(string id) => new(CellKind.Code, id, "")
    {
        Metadata = new JsonObject { ["nbgrader"] = new JsonObject { ["grade_id"] = id } },
    };
}
