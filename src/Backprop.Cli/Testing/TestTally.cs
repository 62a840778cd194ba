using System.Xml.Linq;

namespace Backprop.Cli.Testing;

/// <summary>What a test run came to.</summary>
internal sealed record TestTally
{
    private static readonly XNamespace Schema = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>How many tests passed.</summary>
    public int Passed { get; init; }

    /// <summary>How many failed; at least 1 where the run itself broke.</summary>
    public int Failed { get; init; }

    /// <summary>One text a failure: the test's name, its message and where it happened.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>One line a skipped test, with the reason.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>How long the run took.</summary>
    public double Seconds { get; init; }

    /// <summary>Both runs together.</summary>
    public TestTally Add(TestTally other) => new()
    {
        Passed = Passed + other.Passed,
        Failed = Failed + other.Failed,
        Failures = [.. Failures, .. other.Failures],
        Skipped = [.. Skipped, .. other.Skipped],
        Seconds = Seconds + other.Seconds,
    };

    /// <summary>Reads a results file as <c>dotnet test --logger trx</c> writes it.</summary>
    public static TestTally Read(string path)
    {
        var results = XDocument.Load(path).Descendants(Schema + "UnitTestResult").ToList();
        string Outcome(XElement result) => (string?)result.Attribute("outcome") ?? "";
        string Name(XElement result) => (string?)result.Attribute("testName") ?? "a test";

        var failures = results.Where(r => Outcome(r) is "Failed" or "Error" or "Timeout" or "Aborted").ToList();
        return new TestTally
        {
            Passed = results.Count(r => Outcome(r) == "Passed"),
            Failed = failures.Count,
            Failures = [.. failures.Select(r => $"{Name(r)}\n{Indent(Message(r))}\n{Indent(Stack(r))}")],
            Skipped = [.. results.Where(r => Outcome(r) == "NotExecuted").Select(r => $"{Name(r)}: {Message(r)}")],
        };
    }

    private static string Message(XElement result) => result.Descendants(Schema + "Message").FirstOrDefault()?.Value.Trim() ?? "";

    private static string Stack(XElement result) => result.Descendants(Schema + "StackTrace").FirstOrDefault()?.Value.TrimEnd() ?? "";

    private static string Indent(string text) => "    " + text.ReplaceLineEndings("\n    ");
}
