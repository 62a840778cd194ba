using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Backprop.Documents;

/// <summary>
/// The files of a new lesson: a notebook that keeps the rules of authoring, the checks of one exercise, three wrong
/// answers and two right ones. An author replaces what stands in them.
/// </summary>
public static partial class LessonTemplate
{
    private const string Answers = "tests/Backprop.Notebook.Tests/Checks";

    /// <summary>Writes the files of a lesson into a clone.</summary>
    /// <param name="root">The clone.</param>
    /// <param name="number">The lesson's number, 1 to 99.</param>
    /// <param name="title">Its title; the file is named after it.</param>
    /// <returns>The full paths of the files.</returns>
    /// <exception cref="DocumentException">There is such a lesson, or the title has no letters.</exception>
    public static IReadOnlyList<string> Write(string root, int number, string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        string slug = NoLetters().Replace(title.ToLowerInvariant(), "-").Trim('-');
        if (slug.Length == 0)
            throw new DocumentException("A title needs letters from a to z: the file is named after it.");
        string two = number.ToString("00", CultureInfo.InvariantCulture);
        string notebooks = Path.Combine(root, "notebooks");
        if (LessonNotebook.In(notebooks).FirstOrDefault(file => Path.GetFileName(file).StartsWith(two, StringComparison.Ordinal)) is { } there)
            throw new DocumentException($"There is a lesson {two}: {Path.GetFileName(there)}.");

        string row = Curriculum.Read(notebooks).Rows.FirstOrDefault(r => r.Lesson == "L" + two)?.Row ?? "D1";
        string notebook = Path.Combine(notebooks, $"{two}-{slug}.ipynb");
        NotebookWriter.Write(Notebook(two, number, title, row), notebook);
        var written = new List<string> { notebook };
        foreach ((string name, string text) in Texts(two, number))
        {
            string path = Path.GetFullPath(Path.Combine(root, name));
            AtomicFile.Write(path, text.ReplaceLineEndings("\n"));
            written.Add(path);
        }
        return written;
    }

    private static NotebookDocument Notebook(string two, int number, string title, string row)
    {
        string id = $"L{two}.a", mark = $"L{two}-a";
        return new NotebookDocument
        {
            Metadata = new JsonObject
            {
                ["kernelspec"] = new JsonObject
                {
                    ["display_name"] = "C# (Backprop)", ["language"] = "C#", ["name"] = "backprop-csharp",
                },
                ["language_info"] = new JsonObject { ["name"] = "C#" },
            },
            Cells =
            [
                Text($"l{two}-01", row, $"""
                    # {title}

                    **Lesson {number}.** About 30 minutes to read and run, 45 more for the exercises. 4 points.

                    What the reader owns at the end, in plain words, and why one wants it.

                    **When you are done you can**

                    1. do something that a test could check.

                    **You need** C#, and lesson {Math.Max(1, number - 1)}.
                    """),
                Text($"l{two}-02", row, """
                    ## 1. The smallest example

                    The idea in plain words, then the picture, then the formula, then the code that mirrors the formula.

                    **Predict.** One question with a definite answer: what is twice 21?
                    """),
                Code($"l{two}-03", row, "Console.WriteLine(2 * 21);"),
                Text($"l{two}-04", row, "**What happened.** 42. Answer the prediction, quote the number, name the thing."),
                Text($"l{two}-05", row, $"""
                    ### Exercise 1 · Twice *({id}, 4 points, warm-up)*

                    Write `Twice(x)`. Example: `Twice(21)` is `42`. Hints: `Check.Hint("{id}")`.
                    """),
                Code($"{mark}-solution", row, """
                    double Twice(double x)
                    {
                        // BEGIN SOLUTION
                        return 2 * x;
                        // END SOLUTION
                    }
                    """, Marks($"{mark}-solution", isGrade: false)),
                Code($"{mark}-check", row, $"global::Backprop.Check.Run(\"{id}\", Twice)"),
                Code($"{mark}-grade", row, $"""
                    #pragma warning disable
                    // BEGIN HIDDEN TESTS
                    global::Backprop.Check.Hidden("{id}", Twice, 11, 12, 13);
                    // END HIDDEN TESTS
                    global::Backprop.Check.Score("{id}")
                    """, Marks($"{mark}-grade", isGrade: true)),
                Text($"l{two}-06", row, """
                    ## Common mistakes

                    | you see | what is wrong | cure |
                    |---|---|---|
                    | 84 | doubled twice | double once |

                    ## Summary

                    - Twice x is x and x.
                    """),
            ],
        };
    }

    private static IEnumerable<(string Name, string Text)> Texts(string two, int number)
    {
        yield return ($"notebooks/checks/{two}.cs", $$"""
            using static Backprop.Checks.Numbers;
            using Twice = System.Func<double, double>;

            namespace Backprop.Checks;

            /// <summary>Lesson {{number}}: what its exercises ask for. 4 points.</summary>
            public sealed class L{{two}} : Lesson
            {
                /// <inheritdoc/>
                public override IReadOnlyList<Exercise> Exercises =>
                [
                    new("L{{two}}.a", "Twice")
                    {
                        Signature = "double Twice(double x)",
                        Parts = [new Part<Twice>("a few numbers", 4, L{{two}}Twice.Few)],
                        Hints =
                        [
                            "What is twice 1, and what is twice 10?",
                            "A number and itself, added.",
                            "Multiply x by the number of times that it is taken.",
                        ],
                    },
                ];
            }

            /// <summary>L{{two}}.a: a number and itself, and what is taken for it.</summary>
            internal static class L{{two}}Twice
            {
                public static string? Few(Twice twice, Random random)
                {
                    for (int trial = 0; trial < 10; trial++)
                    {
                        double x = Pick(random, 3, 9), got = twice(x);
                        if (!Near(got, 2 * x))
                            return $"Twice({Text(x)}) should be {Text(2 * x)}, yours is {Text(got)}.{Cause(got, x)}";
                    }
                    return null;
                }

                private static string Cause(double got, double x) => got switch
                {
                    _ when Near(got, x) => " That is the number itself: add it once more.",
                    _ when Near(got, x * x) => " That is the square. Twice is a sum of two, the square a product of two.",
                    _ when Near(got, x + 2) => " That is two more. Twice is two times.",
                    _ => "",
                };
            }

            """);
        yield return Answer(two, "wrong", "a-returns-its-input", "0 points", "That is the number itself", "x;");
        yield return Answer(two, "wrong", "a-squares", "0 points", "That is the square", "x * x;");
        yield return Answer(two, "wrong", "a-adds-two", "0 points", "That is two more", "x + 2;");
        yield return Answer(two, "right", "a-adds", null, null, "x + x;");
        yield return Answer(two, "right", "a-divides", null, null, "x / 0.5;");
    }

    private static (string Name, string Text) Answer(
        string two, string folder, string name, string? points, string? says, string result)
    {
        string head = points is null ? $"// L{two}.a\n" : $"// L{two}.a: {points}\n// says: {says}\n";
        return ($"{Answers}/L{two}/{folder}/{name}.csx", $"{head}- return 2 * x;\n+ return {result}\n");
    }

    private static NotebookCell Text(string id, string row, string source) =>
        new(CellKind.Markdown, id, source.ReplaceLineEndings("\n")) { Metadata = Tags(row) };

    private static NotebookCell Code(string id, string row, string source, JsonObject? marks = null)
    {
        JsonObject metadata = Tags(row);
        if (marks is not null)
            metadata["nbgrader"] = marks;
        return new NotebookCell(CellKind.Code, id, source.ReplaceLineEndings("\n")) { Metadata = metadata };
    }

    private static JsonObject Tags(string row) => new() { ["tags"] = new JsonArray(row) };

    private static JsonObject Marks(string id, bool isGrade)
    {
        var marks = new JsonObject
        {
            ["schema_version"] = 3,
            ["grade"] = isGrade,
            ["solution"] = !isGrade,
            ["locked"] = isGrade,
            ["task"] = false,
            ["grade_id"] = id,
        };
        if (isGrade)
            marks["points"] = 4;
        return marks;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoLetters();
}
