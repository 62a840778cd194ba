using Backprop.Documents;
using Backprop.Tests.Documents;

namespace Backprop.Tests.Lessons;

public class LessonTemplateTests
{
    [Fact]
    public void A_new_lesson_keeps_the_rules_of_authoring()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["notebooks"]);
        File.Copy(Path.Combine(Course.Folder, "curriculum.tsv"), folder["notebooks/curriculum.tsv"]);
        IReadOnlyList<string> files = LessonTemplate.Write(folder[""], 42, "Slopes, and more");
        Assert.Equal(7, files.Count);
        Assert.All(files, file => Assert.True(File.Exists(file), file));
        var lesson = new LessonNotebook(folder["notebooks/42-slopes-and-more.ipynb"]);
        Assert.Equal([], LessonLint.Faults(lesson, Course.Curriculum));
    }

    [Fact]
    public void A_number_that_is_taken_is_refused()
    {
        string root = Path.Combine(Course.Folder, "..");
        var error = Assert.Throws<DocumentException>(() => LessonTemplate.Write(root, 3, "Another"));
        Assert.Equal("There is a lesson 03: 03-regression-by-hand.ipynb.", error.Message);
    }
}
