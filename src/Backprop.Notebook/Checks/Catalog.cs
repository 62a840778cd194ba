using System.Reflection;

namespace Backprop.Checks;

/// <summary>
/// The exercises that this session knows: those of the assembly Backprop.Checks, and those that were added.
/// </summary>
internal static class Catalog
{
    private static readonly Lazy<Dictionary<string, Exercise>> Known = new(Discover);

    /// <summary>All exercises, by id.</summary>
    public static IReadOnlyCollection<Exercise> All => Known.Value.Values;

    /// <summary>The exercise of this id; capital and small letters are the same.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Exercise Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (Known.Value.TryGetValue(id, out Exercise? exercise))
            return exercise;
        if (Known.Value.Count == 0)
            throw new ArgumentException($"No exercise is called {id}: no checks are loaded here.");
        // Those of the lesson that was meant; or, where no lesson was, all lessons.
        string[] all = [.. Known.Value.Keys.Order(StringComparer.Ordinal)];
        string lesson = id.Split('.')[0] + ".";
        string[] near = [.. all.Where(other => other.StartsWith(lesson, StringComparison.OrdinalIgnoreCase))];
        string known = near.Length > 0
            ? string.Join(", ", near)
            : "exercises of " + string.Join(", ", all.Select(other => other.Split('.')[0]).Distinct());
        throw new ArgumentException($"No exercise is called {id}. There are {known}.");
    }

    /// <summary>Adds the exercises of a lesson; one that was there under the same id is replaced.</summary>
    public static void Add(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        AddTo(Known.Value, lesson);
    }

    private static Dictionary<string, Exercise> Discover()
    {
        var known = new Dictionary<string, Exercise>(StringComparer.OrdinalIgnoreCase);
        Assembly assembly;
        try
        {
            assembly = Assembly.Load("Backprop.Checks");
        }
        catch (FileNotFoundException)
        {
            return known;
        }
        foreach (Type type in assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Lesson)) && !type.IsAbstract))
            AddTo(known, (Lesson)Activator.CreateInstance(type, nonPublic: true)!);
        return known;
    }

    private static void AddTo(Dictionary<string, Exercise> known, Lesson lesson)
    {
        foreach (Exercise exercise in lesson.Exercises)
            known[exercise.Id] = exercise;
    }
}
