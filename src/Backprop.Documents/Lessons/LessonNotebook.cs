using System.Text.RegularExpressions;

namespace Backprop.Documents;

// Lessons/ reads the lessons as their author wrote them and holds them to the rules of authoring. It runs nothing.

/// <summary>A lesson: its notebook, its exercises, and which rows of the curriculum it has to teach.</summary>
public sealed partial class LessonNotebook
{
    /// <summary>Reads a lesson.</summary>
    /// <param name="path">The file <c>NN-slug.ipynb</c>; the curriculum lies beside it.</param>
    /// <param name="notebook">The notebook where it was read, or run, already.</param>
    /// <exception cref="DocumentException">The file cannot be read.</exception>
    public LessonNotebook(string path, NotebookDocument? notebook = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        Path = System.IO.Path.GetFullPath(path);
        Notebook = notebook ?? NotebookReader.Read(path);
        Exercises = [.. LessonExercise.In(this)];
    }

    /// <summary>The full path of the notebook.</summary>
    public string Path { get; }

    /// <summary>Where the lesson lies, with its pictures and the curriculum.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The number at the start of its name, such as <c>03</c>.</summary>
    public string Number => System.IO.Path.GetFileName(Path)[..2];

    /// <summary>Its cells.</summary>
    public NotebookDocument Notebook { get; }

    /// <summary>Its exercises, in order.</summary>
    public IReadOnlyList<LessonExercise> Exercises { get; }

    /// <summary>The cells with text.</summary>
    public IEnumerable<NotebookCell> Markdown => Notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown);

    /// <summary>The cells with code.</summary>
    public IEnumerable<NotebookCell> Code => Notebook.Cells.Where(cell => cell.Kind == CellKind.Code);

    /// <summary>All lessons of a folder, by path, in order; a released or half-written file of another name is none.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.ipynb")
            .Where(file => FileName().IsMatch(System.IO.Path.GetFileName(file))).Order(StringComparer.Ordinal);

    /// <summary>True for the cells of an exercise: answer, check and grade.</summary>
    public static bool IsOfExercise(NotebookCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return ExerciseId().IsMatch(cell.Id);
    }

    [GeneratedRegex("^L[0-9]{2}-[a-z]-")]
    private static partial Regex ExerciseId();

    [GeneratedRegex(@"^[0-9]{2}-[a-z0-9-]+\.ipynb$")]
    private static partial Regex FileName();
}
