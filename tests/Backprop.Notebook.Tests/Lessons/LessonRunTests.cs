using Backprop.Documents;
using Backprop.Scripting;

namespace Backprop.Tests.Lessons;

/// <summary>
/// Runs each lesson from its first cell to its last, as its author; and as a learner who has not answered yet, which the
/// quick run does for those that changed.
/// </summary>
[Collection("checks")]
public class LessonRunTests
{
    public static TheoryData<string> Names => LessonTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_lesson_runs_and_says_only_numbers_that_it_shows(string name)
    {
        string file = Path.Combine(Course.Folder, name);
        NotebookDocument ran = await Run(NotebookReader.Read(file), name);
        var lesson = new LessonNotebook(file, ran);
        Assert.Equal([], LessonLint.Silent(lesson));
        Assert.Equal([], NumberLint.Unsupported(ran));
        foreach (LessonExercise exercise in lesson.Exercises.Where(exercise => !exercise.IsWritten))
        {
            Assert.StartsWith($"PASSED  {exercise.Id}", Text(exercise.Checks[0]));
            Assert.Equal(FormattableString.Invariant($"{exercise.Points}"), Text(exercise.Grades[0]));
        }
    }

    [Fact]
    public Task Changed_lessons_released_run_to_their_end_and_earn_nothing() => RunReleased(Course.Changed);

    [Fact]
    [Trait("Speed", "Slow")]
    public Task All_lessons_released_run_to_their_end_and_earn_nothing() => RunReleased(Course.Files);

    private static async Task RunReleased(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            string name = Path.GetFileName(file);
            NotebookDocument ran = await Run(ReleasedNotebook.Of(NotebookReader.Read(file), name), name);
            foreach (LessonExercise exercise in new LessonNotebook(file, ran).Exercises.Where(exercise => !exercise.IsWritten))
            {
                Assert.StartsWith($"NOT YET {exercise.Id}: 0 of ", Text(exercise.Checks[0]));
                Assert.Equal("0", Text(exercise.Grades[0]));
            }
        }
    }

    private static string Text(NotebookCell cell) => cell.Outputs.OfType<DisplayEntry>().Last().Data.PlainText;

    private static async Task<NotebookDocument> Run(NotebookDocument lesson, string name)
    {
        using var folder = new Documents.TempFolder();
        string path = folder[name];
        NotebookWriter.Write(lesson, path);
        var runner = new NotebookRunner(_ => NewSession()) { CellTimeout = TimeSpan.FromMinutes(8) };
        NotebookRun run = await runner.RunAsync(new PlannedNotebook(path, name, Path.GetFileNameWithoutExtension(name)));
        Assert.True(run.Failure is null, run.Failure?.Message);
        return run.Notebook!;
    }

    // The session that the tool composes, in this process.
    private static CSharpSession NewSession()
    {
        NotebookDefaults.Register();
        return new CSharpSession(new SessionOptions
        {
            References =
            [
                typeof(Tensor).Assembly, typeof(Backprop.Display.Formatter).Assembly, typeof(Check).Assembly, typeof(OnnxExport).Assembly,
            ],
            Usings = [.. SessionOptions.DefaultUsings, "Backprop"],
            StaticUsings = ["Backprop.Functional", "Backprop.Display.Show"],
        });
    }
}
