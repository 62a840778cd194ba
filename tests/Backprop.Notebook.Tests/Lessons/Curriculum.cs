namespace Backprop.Tests.Lessons;

/// <summary>What the course has to teach: the rows of <c>notebooks/curriculum.tsv</c>.</summary>
internal static class Curriculum
{
    private static readonly Lazy<(string Row, string Lesson)[]> All = new(Read);

    /// <summary>The rows of all lessons, such as D28, in order.</summary>
    public static IEnumerable<string> Rows => All.Value.Select(item => item.Row);

    /// <summary>The rows of a lesson, such as L03; none for a lesson that goes beyond the notes.</summary>
    public static IEnumerable<string> RowsOf(string lesson) =>
        All.Value.Where(item => item.Lesson == lesson).Select(item => item.Row);

    private static (string Row, string Lesson)[] Read()
    {
        IEnumerable<string[]> lines = File.ReadLines(Path.Combine(Lesson.Folder, "curriculum.tsv"))
            .Skip(1).Select(line => line.Split('\t'));
        return [.. lines.Select(fields => (fields[0], fields[1]))];
    }
}
