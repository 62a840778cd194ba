using Backprop.Documents;
using Backprop.Tests.Documents;

namespace Backprop.Tests.Lessons;

public class LessonTests
{
    public static TheoryData<string> Names => [.. Course.Files.Select(file => Path.GetFileName(file))];

    [Fact]
    public void The_course_has_lessons()
    {
        Assert.Contains("03-regression-by-hand.ipynb", Names);
        Assert.Contains("08-computational-graphs.ipynb", Names);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_lesson_is_valid_nbformat_4_5(string name)
    {
        NotebookSchema.Check(File.ReadAllText(Path.Combine(Course.Folder, name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_lesson_keeps_the_rules_of_authoring(string name)
    {
        var lesson = new LessonNotebook(Path.Combine(Course.Folder, name));
        string faults = string.Join('\n', LessonLint.Faults(lesson, Course.Curriculum));
        Assert.True(faults.Length == 0, faults);
    }
}
