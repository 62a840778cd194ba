using System.Text.Json.Nodes;
using Backprop.Display;
using Backprop.Documents;

namespace Backprop.Tests.Lessons;

/// <summary>The rules find what they are for.</summary>
public class LessonLintTests
{
    [Fact]
    public void A_kernel_of_another_language_is_found()
    {
        Assert.Single(LessonLint.Kernel(Of(Markdown("# Title"))));
    }

    [Fact]
    public void Stored_outputs_are_found()
    {
        NotebookCell cell = Code("1 + 1");
        cell.Outputs.Add(new StreamEntry("2", isError: false));
        Assert.Equal(["c: has stored outputs; a run makes them"], LessonLint.StoredOutputs(Of(cell)));
    }

    [Fact]
    public void Long_cells_and_long_lines_are_found()
    {
        Assert.Equal(["c: 26 lines"], LessonLint.CodeSize(Of(Code(string.Join('\n', Enumerable.Repeat("a();", 26))))));
        Assert.Equal(["c: a line of 89 columns"], LessonLint.CodeSize(Of(Code(new string('a', 89)))));
    }

    [Fact]
    public void Cells_of_exercises_may_be_longer()
    {
        string code = string.Join('\n', Enumerable.Repeat("a();", 40));
        Assert.Empty(LessonLint.CodeSize(Of(Code(code, "L03-a-check"))));
        Assert.Single(LessonLint.CodeSize(Of(Code(code + "\na();", "L03-a-check"))));
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("# One\n\n# Two")]
    public void A_lesson_without_one_title_is_found(string source)
    {
        Assert.Single(LessonLint.Headlines(Of(Markdown(source))));
    }

    [Fact]
    public void Rows_that_no_cell_teaches_are_found()
    {
        NotebookCell[] cells = [.. Enumerable.Range(28, 14).Select(row => Tagged($"D{row}")), Tagged("D999")];
        Assert.Equal(["D999: no tag says which row of the curriculum it teaches", "no cell teaches D42"],
            LessonLint.Rows(Of(cells), Course.Curriculum));
    }

    [Fact]
    public void A_lost_picture_and_a_picture_without_a_description_are_found()
    {
        Assert.Equal(["m: the picture figures/none.svg is not there", "m: the picture figures/none.svg is not described"],
            LessonLint.Images(Of(Markdown("![A cat](figures/none.svg)"))));
    }

    [Theory]
    [InlineData("It is simply a sum.")]
    [InlineData("Well done!")]
    public void Words_that_talk_down_or_shout_are_found(string source)
    {
        Assert.Single(LessonLint.Words(Of(Markdown(source))));
    }

    [Fact]
    public void Exclamation_marks_of_pictures_code_and_formulas_are_fine()
    {
        Assert.Empty(LessonLint.Words(Of(Markdown("![a](b.svg) `x != y` $5! = 120$"))));
    }

    [Theory]
    [InlineData("Console.WriteLine(1);")]
    [InlineData("foreach (int i in all)\n    Console.Write(i);")]
    [InlineData("int x = 1;\nShow();")]
    [InlineData("net")]
    public void What_is_shown_has_to_be_predicted_and_explained(string code)
    {
        Assert.Equal(["c: nothing to predict before it", "c: not explained after it"],
            LessonLint.PredictAndExplain(Of(Code(code))));
        Assert.Empty(LessonLint.PredictAndExplain(
            Of(Markdown("**Predict.** 1?"), Code(code), Markdown("**What happened.** 1."))));
    }

    [Fact]
    public void A_definition_needs_no_prediction()
    {
        Assert.Empty(LessonLint.PredictAndExplain(Of(Code("int Twice(int x)\n{\n    return 2 * x;\n}"))));
        Assert.Empty(LessonLint.PredictAndExplain(Of(Code("void Show()\n{\n    Console.WriteLine(1);\n}"))));
    }

    [Fact]
    public void A_complete_exercise_has_no_faults()
    {
        Assert.Empty(Of(Complete(20)).Exercises.Single().Faults());
        Assert.Empty(LessonLint.Exercises(Of(Complete(20))));
    }

    [Fact]
    public void A_wrong_sum_of_points_is_found()
    {
        Assert.Equal(["the exercises are worth 4 points, 20 are promised"], LessonLint.Exercises(Of(Complete(4))));
    }

    [Fact]
    public void An_exercise_without_its_check_is_found()
    {
        NotebookCell[] cells = [.. Complete(20).Where(cell => cell.Id != "L03-a-check")];
        Assert.Equal(["L03.a: needs an answer, one check and one grade cell"], LessonLint.Exercises(Of(cells)));
    }

    [Fact]
    public void Grade_cells_that_disagree_with_the_statement_are_found()
    {
        NotebookCell[] cells = [.. Complete(20).SkipLast(1), Grade(points: 5)];
        Assert.Equal(["L03-a-grade: its points differ from the statement's"], LessonLint.Exercises(Of(cells)));
    }

    [Fact]
    public void Numbers_that_no_cell_prints_are_found()
    {
        NotebookCell cell = Code("2.500");
        cell.Outputs.Add(new StreamEntry("the slope is 12.345 here", isError: false));
        cell.Outputs.Add(new DisplayEntry(new MimeBundle().Add(MimeBundle.Html, "<b>7.1234</b>")));
        var notebook = new NotebookDocument { Cells = [cell, Markdown("12.345, 7.123, 2.500, 2.345 and 0.999; not 1.99")] };
        Assert.Equal(["m: the text says 2.345, no cell prints it", "m: the text says 0.999, no cell prints it"],
            NumberLint.Unsupported(notebook));
    }

    private static LessonNotebook Of(params NotebookCell[] cells)
    {
        return new LessonNotebook(Path.Combine(Course.Folder, "03-test.ipynb"), new NotebookDocument { Cells = [.. cells] });
    }

    private static NotebookCell Markdown(string source) => new(CellKind.Markdown, "m", source);

    private static NotebookCell Code(string source, string id = "c") => new(CellKind.Code, id, source);

    private static NotebookCell Tagged(string row)
    {
        return new NotebookCell(CellKind.Markdown, row, "") { Metadata = new JsonObject { ["tags"] = new JsonArray(row) } };
    }

    private static NotebookCell[] Complete(int points)
    {
        return
        [
            Markdown("20 points."),
            Markdown($"### Exercise 1 · A sum *(L03.a, {points} points)*"),
            new NotebookCell(CellKind.Code, "L03-a-solution", "int F()\n{\n    // BEGIN SOLUTION\n    // END SOLUTION\n}")
            {
                Metadata = Marks("L03-a-solution", isGrade: false, points: null),
            },
            Code("global::Backprop.Check.Run(\"L03.a\", F)", "L03-a-check"),
            Grade(points),
        ];
    }

    private static NotebookCell Grade(int points)
    {
        string source = "#pragma warning disable\n// BEGIN HIDDEN TESTS\n// END HIDDEN TESTS\nglobal::Backprop.Check.Score(\"L03.a\")";
        return new NotebookCell(CellKind.Code, "L03-a-grade", source)
        {
            Metadata = Marks("L03-a-grade", isGrade: true, points),
        };
    }

    private static JsonObject Marks(string id, bool isGrade, int? points)
    {
        var marks = new JsonObject
        {
            ["schema_version"] = 3,
            ["grade"] = isGrade,
            ["solution"] = !isGrade,
            ["locked"] = isGrade,
            ["task"] = false,
            ["grade_id"] = id,
        };
        if (points is not null)
            marks["points"] = points;
        return new JsonObject { ["nbgrader"] = marks };
    }
}
