using System.Text.Json.Nodes;
using Backprop.Documents;

namespace Backprop.Tests.Documents;

public class CellSealTests
{
    // The sums were computed with Python's hashlib, as the format says.
    [Theory]
    [InlineData(CellKind.Code, "global::Backprop.Check.Score(\"L03.a\")", true, false, true, "L03-a-grade", 4.0, "bd620d5ef32ac5f36f0363cfdc66d889")]
    [InlineData(CellKind.Code, "// YOUR CODE HERE", false, true, false, "L03-a-solution", null, "1ce2a1f2adf6bb27dc5e36fd14c9b426")]
    [InlineData(CellKind.Markdown, "*Your answer – here.*", true, true, false, "L01-d-answer", 2.5, "638d8aa6008247660ed4600b5ca9ab4b")]
    public void The_checksum_is_nbgraders(
        CellKind kind, string source, bool grade, bool solution, bool locked, string id, double? points, string checksum)
    {
        NotebookCell cell = Marked(kind, source, grade, solution, locked, id, points);
        CellSeal.Put(cell);
        Assert.Equal(checksum, (string?)cell.Metadata["nbgrader"]!["checksum"]);
        Assert.Null(CellSeal.Fault(cell));
    }

    [Fact]
    public void A_locked_cell_cannot_be_edited_and_an_answer_cannot_be_deleted()
    {
        NotebookCell grade = Marked(CellKind.Code, "1", true, false, true, "g", 1);
        NotebookCell answer = Marked(CellKind.Code, "1", false, true, false, "s", null);
        CellSeal.Put(grade);
        CellSeal.Put(answer);
        Assert.False((bool)grade.Metadata["editable"]!);
        Assert.False((bool)grade.Metadata["deletable"]!);
        Assert.False((bool)answer.Metadata["deletable"]!);
        Assert.False(answer.Metadata.ContainsKey("editable"));
    }

    [Fact]
    public void A_cell_without_marks_stays_as_it_is()
    {
        var cell = new NotebookCell(CellKind.Code, "c", "1");
        CellSeal.Put(cell);
        Assert.Empty(cell.Metadata);
        Assert.Null(CellSeal.Fault(cell));
    }

    [Fact]
    public void A_changed_grade_cell_is_noticed_and_a_changed_answer_is_what_it_is_for()
    {
        Assert.StartsWith("was changed", CellSeal.Fault(Changed(Marked(CellKind.Code, "Score()", true, false, true, "g", 1))));
        Assert.Null(CellSeal.Fault(Changed(Marked(CellKind.Code, "throw", false, true, false, "s", null))));
    }

    [Fact]
    public void A_cell_of_another_kind_is_noticed()
    {
        NotebookCell cell = Marked(CellKind.Code, "throw", false, true, false, "s", null);
        CellSeal.Put(cell);
        var turned = new NotebookCell(CellKind.Markdown, cell.Id, cell.Source) { Metadata = cell.Metadata.DeepClone().AsObject() };
        Assert.Equal("was a code cell and is a markdown cell now. Turn it back", CellSeal.Fault(turned));
    }

    private static NotebookCell Changed(NotebookCell cell)
    {
        CellSeal.Put(cell);
        return new NotebookCell(cell.Kind, cell.Id, cell.Source + " ") { Metadata = cell.Metadata.DeepClone().AsObject() };
    }

    private static NotebookCell Marked(
        CellKind kind, string source, bool grade, bool solution, bool locked, string id, double? points)
    {
        var marks = new JsonObject
        {
            ["schema_version"] = 3, ["grade"] = grade, ["solution"] = solution, ["locked"] = locked, ["grade_id"] = id,
        };
        if (points is not null)
            marks["points"] = points;
        return new NotebookCell(kind, "c", source) { Metadata = new JsonObject { ["nbgrader"] = marks } };
    }
}
