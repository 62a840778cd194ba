using Backprop.Documents;
using Backprop.Scripting;

namespace Backprop.Tests.Lessons;

/// <summary>Runs each lesson from its first cell to its last, as its author and as a learner who has not answered yet.</summary>
[Collection("checks")]
public class LessonRunTests
{
    public static TheoryData<string> Names => LessonTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_lesson_runs_and_says_only_numbers_that_it_shows(string name)
    {
        NotebookDocument ran = await Run(name, source => source);
        var lesson = new Lesson(Path.Combine(Lesson.Folder, name), ran);
        Assert.Equal([], LessonLint.Silent(lesson));
        Assert.Equal([], NumberLint.Unsupported(ran));
        foreach (Exercise exercise in lesson.Exercises.Where(exercise => !exercise.IsWritten))
        {
            Assert.StartsWith($"PASSED  {exercise.Id}", Text(exercise.Checks[0]));
            Assert.Equal(FormattableString.Invariant($"{exercise.Points}"), Text(exercise.Grades[0]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_released_lesson_runs_to_its_end_and_earns_nothing(string name)
    {
        NotebookDocument ran = await Run(name, source => ReleasedSource.Of(source, name));
        var lesson = new Lesson(Path.Combine(Lesson.Folder, name), ran);
        foreach (Exercise exercise in lesson.Exercises.Where(exercise => !exercise.IsWritten))
        {
            Assert.StartsWith($"NOT YET {exercise.Id}: 0 of ", Text(exercise.Checks[0]));
            Assert.Equal("0", Text(exercise.Grades[0]));
        }
    }

    private static string Text(NotebookCell cell) => cell.Outputs.OfType<DisplayEntry>().Last().Data.PlainText;

    private static async Task<NotebookDocument> Run(string name, Func<string, string> change)
    {
        using var folder = new Documents.TempFolder();
        NotebookDocument lesson = NotebookReader.Read(Path.Combine(Lesson.Folder, name));
        var changed = new NotebookDocument
        {
            Metadata = lesson.Metadata.DeepClone().AsObject(),
            Cells = [.. lesson.Cells.Select(cell => new NotebookCell(cell.Kind, cell.Id, change(cell.Source))
            {
                Metadata = cell.Metadata.DeepClone().AsObject(),
            })],
        };
        string path = folder[name];
        NotebookWriter.Write(changed, path);
        var runner = new NotebookRunner(_ => NewSession()) { CellTimeout = TimeSpan.FromMinutes(2) };
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
            References = [typeof(Tensor).Assembly, typeof(Backprop.Display.Formatter).Assembly, typeof(Check).Assembly],
            Usings = [.. SessionOptions.DefaultUsings, "Backprop"],
            StaticUsings = ["Backprop.Functional", "Backprop.Display.Show"],
        });
    }
}
