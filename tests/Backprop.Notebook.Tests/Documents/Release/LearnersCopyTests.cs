using Backprop.Documents;

namespace Backprop.Tests.Documents.Release;

public sealed class LearnersCopyTests : IDisposable
{
    private const string Lesson = """
        {"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "execution_count": 1, "outputs": [{"output_type": "stream", "name": "stdout", "text": "x"}],
        "source": "// TEXT\n// BEGIN SOLUTION\n42\n// END SOLUTION"}],
        "metadata": {"kernelspec": {"name": "backprop-csharp", "language": "C#", "display_name": "C#"}}, "nbformat": 4, "nbformat_minor": 5}
        """;

    private readonly TempFolder folder = new();

    [Fact]
    public void A_copy_has_no_solutions_and_no_outputs()
    {
        Publish("first");
        Assert.Equal([new LearnersLesson("03-lines.ipynb", LessonChange.New)], Update());
        NotebookDocument copy = NotebookReader.Read(folder["mine/03-lines.ipynb"]);
        Assert.Equal("// first\n// YOUR CODE HERE\nthrow new NotImplementedException();", copy.Cells[0].Source);
        Assert.Empty(copy.Cells[0].Outputs);
        Assert.Null(copy.Cells[0].ExecutionCount);
    }

    [Fact]
    public void Work_of_the_learner_is_never_touched_and_a_correction_lies_beside_it()
    {
        Publish("first");
        Update();
        File.AppendAllText(folder["mine/03-lines.ipynb"], " ");
        string work = folder.Read("mine/03-lines.ipynb");
        Assert.Equal([new LearnersLesson("03-lines.ipynb", LessonChange.None)], Update());
        Publish("second");
        Assert.Equal([new LearnersLesson("03-lines.new.ipynb", LessonChange.Beside)], Update());
        Assert.Equal(work, folder.Read("mine/03-lines.ipynb"));
        Assert.Contains("second", folder.Read("mine/03-lines.new.ipynb"));
        Assert.Equal([new LearnersLesson("03-lines.ipynb", LessonChange.None)], Update());
    }

    [Fact]
    public void A_lesson_that_the_learner_has_not_changed_is_brought_up_to_date()
    {
        Publish("first");
        Update();
        Publish("second");
        Assert.Equal([new LearnersLesson("03-lines.ipynb", LessonChange.Updated)], Update());
        Assert.Contains("second", folder.Read("mine/03-lines.ipynb"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData(null)]
    public void Without_the_note_of_what_was_given_everything_counts_as_the_learners(string? note)
    {
        Publish("first");
        Update();
        File.Delete(folder["mine/.lessons.json"]);
        if (note is not null)
            folder.Write("mine/.lessons.json", note);
        Publish("second");
        Assert.Equal([new LearnersLesson("03-lines.new.ipynb", LessonChange.Beside)], Update());
    }

    [Fact]
    public void A_lesson_that_was_deleted_comes_again()
    {
        Publish("first");
        Update();
        File.Delete(folder["mine/03-lines.ipynb"]);
        Assert.Equal([new LearnersLesson("03-lines.ipynb", LessonChange.New)], Update());
    }

    public void Dispose() => folder.Dispose();

    private void Publish(string text) => folder.Write("lessons/03-lines.ipynb", Lesson.Replace("TEXT", text, StringComparison.Ordinal));

    private IReadOnlyList<LearnersLesson> Update() => new LearnersCopy(folder["mine"]).Update(folder["lessons"]);
}
