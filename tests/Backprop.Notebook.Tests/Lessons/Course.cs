using Backprop.Documents;

namespace Backprop.Tests.Lessons;

/// <summary>The lessons of this clone.</summary>
internal static class Course
{
    public static string Folder { get; } = FindFolder();

    /// <summary>All lessons, by path, in order.</summary>
    public static IEnumerable<string> Files => LessonNotebook.In(Folder);

    /// <summary>The lessons that changed lately.</summary>
    public static IReadOnlyList<string> Changed { get; } = ChangedLessons.Of(Path.Combine(Folder, ".."), Files);

    public static Curriculum Curriculum { get; } = Curriculum.Read(Folder);

    /// <summary>The exercise of this name, from the lesson's notebook.</summary>
    public static LessonExercise Exercise(string id)
    {
        string file = Files.Single(path => Path.GetFileName(path).StartsWith(id[1..3], StringComparison.Ordinal));
        return new LessonNotebook(file).Exercises.Single(exercise => exercise.Id == id);
    }

    private static string FindFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Course.sln")))
                return Path.Combine(folder.FullName, "notebooks");
        throw new InvalidOperationException("The tests run outside the repository: no Course.sln above them.");
    }
}
