using System.Text.RegularExpressions;
using Backprop.Documents;

namespace Backprop.Tests.Lessons;

// Lessons/ reads the lessons as their author wrote them and holds them to the rules of authoring. It is no test of C#.

/// <summary>A lesson: its notebook, and which rows of the curriculum it promises to teach.</summary>
internal sealed partial class Lesson
{
    public Lesson(string path, NotebookDocument? notebook = null)
    {
        Path = path;
        Notebook = notebook ?? NotebookReader.Read(path);
        Exercises = [.. Exercise.In(this)];
    }

    public static string Folder { get; } = FindFolder();

    /// <summary>All lessons of the course, by path, in order.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.ipynb").Order(StringComparer.Ordinal);

    public string Path { get; }

    public NotebookDocument Notebook { get; }

    public IReadOnlyList<Exercise> Exercises { get; }

    public IEnumerable<NotebookCell> Markdown => Notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown);

    public IEnumerable<NotebookCell> Code => Notebook.Cells.Where(cell => cell.Kind == CellKind.Code);

    /// <summary>The rows of the curriculum that this lesson has to teach, such as D28.</summary>
    public IEnumerable<string> Rows => Curriculum.RowsOf("L" + System.IO.Path.GetFileName(Path)[..2]);

    /// <summary>True for the cells of an exercise: answer, check and grade.</summary>
    public static bool IsOfExercise(NotebookCell cell) => ExerciseId().IsMatch(cell.Id);

    private static string FindFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Course.sln")))
                return System.IO.Path.Combine(folder.FullName, "notebooks");
        throw new InvalidOperationException("The tests run outside the repository: no Course.sln above them.");
    }

    [GeneratedRegex("^L[0-9]{2}-[a-z]-")]
    private static partial Regex ExerciseId();
}
