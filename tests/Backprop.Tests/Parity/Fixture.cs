using System.Text.Json;
using System.Text.Json.Serialization;
using Backprop.Tests.WorkedNumbers;

namespace Backprop.Tests.Parity;

// Parity: what PyTorch answers, against what we answer. The answers lie in tests/reference; nothing here runs Python.
/// <summary>A family of cases from <c>tests/reference/fixtures</c>.</summary>
/// <param name="Family">The file's name without its ending.</param>
/// <param name="Torch">The version of PyTorch that answered.</param>
/// <param name="Cases">The cases.</param>
public sealed record Fixture(string Family, string Torch, IReadOnlyList<Case> Cases)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly string Folder = Path.Combine(FindClone(), "tests", "reference");

    /// <summary>The families that there are.</summary>
    public static IEnumerable<string> Families =>
        Directory.EnumerateFiles(Path.Combine(Folder, "fixtures"), "*.json")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    /// <summary>Reads a family.</summary>
    public static Fixture Load(string family) => Read<Fixture>(Path.Combine("fixtures", $"{family}.json"));

    /// <summary>Reads the numbers that the course prints.</summary>
    public static IReadOnlyList<WorkedNumber> WorkedNumbers() => Read<WorkedNumberFile>("worked_numbers.json").Numbers;

    /// <summary>The case of a name.</summary>
    public Case this[string name] =>
        Cases.SingleOrDefault(c => c.Name == name)
        ?? throw new KeyNotFoundException($"{Family} has no case {name}. Add a row to tests/reference/{Family}.py.");

    private static T Read<T>(string path)
    {
        using FileStream file = File.OpenRead(Path.Combine(Folder, path));
        return JsonSerializer.Deserialize<T>(file, Json)!;
    }

    // Tests run from artifacts/ inside the clone.
    private static string FindClone()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Course.sln")))
                return folder;
        throw new DirectoryNotFoundException($"No Course.sln above {AppContext.BaseDirectory}: run tests in a clone.");
    }

    private sealed record WorkedNumberFile(IReadOnlyList<WorkedNumber> Numbers);
}
