using System.Security.Cryptography;
using System.Text.Json;

namespace Backprop.Documents;

/// <summary>
/// A folder with released lessons that a learner works in. Bringing it up to date never touches what the learner has
/// changed: a corrected lesson then comes in beside it.
/// </summary>
/// <param name="folder">Where the learner works; made if it is not there.</param>
public sealed class LearnersCopy(string folder)
{
    private const string NoteName = ".lessons.json";

    private readonly string note = Path.Combine(folder, NoteName);

    /// <summary>Brings in the lessons of a folder.</summary>
    /// <param name="source">The teacher's notebooks.</param>
    /// <returns>What happened to each lesson, in order of their names.</returns>
    /// <exception cref="DocumentException">A lesson cannot be released or written.</exception>
    public IReadOnlyList<LearnersLesson> Update(string source)
    {
        if (!Directory.Exists(source))
            throw new DocumentException($"{source}: there are no lessons. Run this in a clone of the course.");
        Dictionary<string, string> given = ReadNote();
        var lessons = new List<LearnersLesson>();
        foreach (string file in Directory.EnumerateFiles(source, "*.ipynb").Order(StringComparer.Ordinal))
            lessons.Add(Update(file, given));
        ReleasedFolder.CopyFigures(Path.Combine(source, "figures"), Path.Combine(folder, "figures"));
        AtomicFile.Write(note, stream => JsonSerializer.Serialize(stream, given));
        return lessons;
    }

    private LearnersLesson Update(string file, Dictionary<string, string> given)
    {
        string name = Path.GetFileName(file);
        using var released = new MemoryStream();
        NotebookWriter.Write(ReleasedNotebook.Of(NotebookReader.Read(file, name), name), released);
        string hash = Convert.ToHexStringLower(SHA256.HashData(released.ToArray()));
        string target = Path.Combine(folder, name);
        given.TryGetValue(name, out string? before);
        given[name] = hash;
        string? there = File.Exists(target) ? HashOf(target) : null;
        if (there == hash)
            return new LearnersLesson(name, LessonChange.None);
        if (there is null || there == before)
        {
            Write(target, released);
            return new LearnersLesson(name, there is null ? LessonChange.New : LessonChange.Updated);
        }
        if (before == hash)
            return new LearnersLesson(name, LessonChange.None);
        string beside = Path.GetFileNameWithoutExtension(name) + ".new.ipynb";
        Write(Path.Combine(folder, beside), released);
        return new LearnersLesson(beside, LessonChange.Beside);
    }

    private static void Write(string path, MemoryStream content) =>
        AtomicFile.Write(path, stream => stream.Write(content.GetBuffer().AsSpan(0, (int)content.Length)));

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    // A note that is gone or broken means: everything that is there may be the learner's.
    private Dictionary<string, string> ReadNote()
    {
        try
        {
            return File.Exists(note)
                ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(note)) ?? []
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
