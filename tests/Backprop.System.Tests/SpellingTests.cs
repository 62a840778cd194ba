using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Backprop.System.Tests.Architecture;

namespace Backprop.System.Tests;

/// <summary>The lessons are spelled as a British dictionary and the project's own list of words have it.</summary>
public partial class SpellingTests
{
    [FactWithHunspell]
    public void Every_word_of_the_lessons_is_known()
    {
        string folder = Path.Combine(Tree.Root, "notebooks");
        HashSet<string> own = [.. File.ReadLines(Path.Combine(folder, "words.txt"))];
        Dictionary<string, string> places = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal))
            foreach ((string cell, string text) in Texts(file))
                foreach (Match word in Word().Matches(NotText().Replace(text, " ")))
                    places.TryAdd(Bare(word.Value), $"{Path.GetFileName(file)}, {cell}");

        IEnumerable<string> unknown = Unknown(places.Keys.Where(word => !own.Contains(word)));
        Assert.Equal([], unknown.Select(word => $"{word} ({places[word]})"));
    }

    // "Bengio's" is Bengio: the list has one form of a name.
    private static string Bare(string word) => word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;

    private static IEnumerable<(string Cell, string Text)> Texts(string file)
    {
        using JsonDocument notebook = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (JsonElement cell in notebook.RootElement.GetProperty("cells").EnumerateArray())
            if (cell.GetProperty("cell_type").GetString() == "markdown")
            {
                JsonElement source = cell.GetProperty("source");
                string text = source.ValueKind == JsonValueKind.Array
                    ? string.Concat(source.EnumerateArray().Select(line => line.GetString()))
                    : source.GetString()!;
                yield return (cell.GetProperty("id").GetString()!, text.Replace('’', '\''));
            }
    }

    private static string[] Unknown(IEnumerable<string> words)
    {
        using Process hunspell = Process.Start(new ProcessStartInfo("hunspell", ["-d", "en_GB", "-i", "UTF-8", "-l"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Task<string> found = hunspell.StandardOutput.ReadToEndAsync();
        hunspell.StandardInput.Write(string.Join('\n', words));
        hunspell.StandardInput.Close();
        hunspell.WaitForExit();
        Assert.Equal(0, hunspell.ExitCode);
        return found.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // Words of three plain letters and more; names of variables and formulas are no words.
    [GeneratedRegex(@"(?<![\p{L}\p{N}\p{M}_^.])[A-Za-z]{3,}('[a-z]+)?(?![\p{L}\p{N}\p{M}_])")]
    private static partial Regex Word();

    [GeneratedRegex(@"```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$\n]*\$|\]\([^)]*\)|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex NotText();
}

/// <summary>A test that needs hunspell with its British dictionary; skipped with the reason without.</summary>
public sealed class FactWithHunspellAttribute : FactAttribute
{
    public FactWithHunspellAttribute()
    {
        if (!HasDictionary())
            Skip = "hunspell with en_GB is not installed (Debian: hunspell hunspell-en-gb).";
    }

    private static bool HasDictionary()
    {
        try
        {
            using Process hunspell = Process.Start(new ProcessStartInfo("hunspell", ["-d", "en_GB", "-l"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            hunspell.StandardInput.Close();
            hunspell.WaitForExit();
            return hunspell.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
