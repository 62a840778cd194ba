using System.Globalization;
using System.Text.RegularExpressions;
using Backprop.Documents;
using Backprop.Tests.Documents;

namespace Backprop.Tests.Lessons;

/// <summary>Lesson 21 shows a net in PyTorch as a listing with its output; here PyTorch runs that listing.</summary>
public partial class TorchListingTests
{
    [FactWithPython("torch")]
    public void PyTorch_prints_what_the_lesson_says()
    {
        (string listing, string printed) = Listing();
        Same(Losses(printed), Losses(FactWithPythonAttribute.Run("torch", listing)));
    }

    [FactWithPython("torch")]
    public void Without_clearing_slopes_PyTorch_goes_wrong_as_the_lesson_says()
    {
        const string line = "    optimizer.zero_grad()\n";
        (string listing, _) = Listing();
        Assert.Contains(line, listing, StringComparison.Ordinal);
        string wrong = FactWithPythonAttribute.Run("torch", listing.Replace(line, "", StringComparison.Ordinal));
        Match said = Wrong().Match(string.Join('\n', Lesson().Markdown.Select(cell => cell.Source)));
        Assert.True(said.Success);
        Dictionary<int, double> losses = Losses(wrong);
        Assert.Equal(Number(said.Groups[1].Value), losses[10], 2e-5);
        Assert.Equal(Number(said.Groups[2].Value), losses[50], 2e-5);
    }

    // Both compute in float32: the last of five decimals may differ between processors.
    private static void Same(Dictionary<int, double> said, Dictionary<int, double> printed)
    {
        Assert.Equal(said.Keys, printed.Keys);
        Assert.All(said, entry => Assert.Equal(entry.Value, printed[entry.Key], 2e-5));
    }

    private static LessonNotebook Lesson() => new(Course.Files.Single(file => Path.GetFileName(file).StartsWith("21-", StringComparison.Ordinal)));

    private static (string Listing, string Printed) Listing()
    {
        string text = Lesson().Markdown.Select(cell => cell.Source).First(source => source.Contains("import math, torch", StringComparison.Ordinal));
        return (Python().Match(text).Groups[1].Value, Output().Match(text).Groups[1].Value);
    }

    private static Dictionary<int, double> Losses(string text) =>
        Line().Matches(text).ToDictionary(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match => Number(match.Groups[2].Value));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("```python\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Python();

    [GeneratedRegex("```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Output();

    [GeneratedRegex(@"step +(\d+) +loss ([\d.]+)")]
    private static partial Regex Line();

    [GeneratedRegex(@"without its `zero_grad\(\)` line\? ([\d.]+\d) at step 10 and ([\d.]+\d) at step 50")]
    private static partial Regex Wrong();
}
