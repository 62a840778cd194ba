using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Backprop.Display;

namespace Backprop.Documents;

/// <summary>
/// Draws an exercise as one card: the task, the code to complete, its check. One solution is folded away; the cell
/// that grades is not shown, only its points.
/// </summary>
internal sealed partial class ExerciseView(CellView cells, MarkdownView markdown)
{
    /// <summary>Whether a cell may stand below the task of an exercise: code, or a text that answers.</summary>
    public static bool MayStandBelow(NotebookCell cell) => cell.Kind == CellKind.Code || IsText(cell);

    /// <summary>Whether the cells below a text make it an exercise.</summary>
    public static bool IsExercise(IEnumerable<NotebookCell> below) => below.Any(cell => CellView.Is(cell, "solution"));

    /// <summary>Moves the task, from its heading on, and the cells below it into a card.</summary>
    /// <param name="text">The text with the task; its last heading is the exercise's.</param>
    /// <param name="below">The code cells up to the next text.</param>
    public void Render(IElement text, IReadOnlyList<NotebookCell> below)
    {
        IElement? heading = text.Children.LastOrDefault(child => child.LocalName is "h2" or "h3" or "h4" or "h5");
        IElement card = text.Make("section", "exr");
        IElement body = text.Make("div");
        foreach (INode node in text.ChildNodes.SkipWhile(node => heading is not null && node != heading).ToArray())
            body.AppendChild(node);
        if (heading is not null)
            card.AppendChild(Head(heading, below));
        card.SetAttribute("aria-label", heading?.TextContent.Trim() ?? "Exercise");
        card.AppendChild(body);
        text.AppendChild(card);
        foreach (NotebookCell cell in below)
            if (Cell(cell) is IElement element)
                body.AppendChild(element);
    }

    private static IElement Head(IElement heading, IReadOnlyList<NotebookCell> below)
    {
        IElement head = heading.Make("header");
        // "### Exercise 1 · Count *(L08.d, 4 points, warm-up)*": what is in brackets becomes chips.
        IElement? remark = heading.LastElementChild;
        if (remark is null || remark.LocalName != "em" || !Brackets().IsMatch(remark.TextContent))
            remark = null;
        remark?.Remove();
        head.AppendChild(heading);
        foreach (string word in remark?.TextContent.Trim().Trim('(', ')').Split(',') ?? [])
            head.AppendChild(heading.Make("span", "bp-chip", word.Trim()));
        NotebookCell? grade = below.LastOrDefault(cell => CellView.Is(cell, "grade"));
        if (grade is not null && grade.Kind == CellKind.Code && Verdict(grade) is Html verdict)
            head.AppendChild(Dom.One(verdict));
        return head;
    }

    private static Html? Verdict(NotebookCell grade)
    {
        DisplayEntry? value = grade.Outputs.OfType<DisplayEntry>().LastOrDefault(output => output.Count is not null);
        string score = value?.Data.PlainText ?? "";
        bool isScore = double.TryParse(score, NumberStyles.Float, CultureInfo.InvariantCulture, out double earned);
        JsonNode? most = CellView.Grading(grade)?["points"];
        if (!isScore || most is not JsonValue number || !number.TryGetValue(out double points))
            return null;
        return earned >= points
            ? Html.Of($"<span class=\"bp-chip pass\">✓ passed, {earned}/{points}</span>")
            : Html.Of($"<span class=\"bp-chip fail\">✗ not yet, {earned}/{points}</span>");
    }

    private IElement? Cell(NotebookCell cell)
    {
        if (IsText(cell))
            return Text(cell);
        bool hasFailed = cell.Outputs.OfType<ErrorEntry>().Any();
        if (CellView.Is(cell, "grade") && !hasFailed)
            return null;
        if (!CellView.Is(cell, "solution") || !Solution().IsMatch(cell.Source))
            return cells.Render(cell);
        string task = Solution().Replace(cell.Source, region => $"{region.Groups[1].Value}// your code\n");
        string solution = Markers().Replace(cell.Source, "");
        IElement code = CellView.Code(task, "C# code to complete");
        IElement? shown = cells.Render(cell, code);
        IElement details = code.Make("details", "solution");
        details.AppendChild(code.Make("summary", text: "One solution"));
        details.AppendChild(CellView.Code(solution, "One solution"));
        code.After(details);
        return shown;
    }

    // In the teacher's notebook a good answer stands where the learner's goes.
    private IElement Text(NotebookCell cell)
    {
        IElement text = markdown.Render(cell.Source, cell.Attachments);
        IElement details = text.Make("details", "solution");
        details.AppendChild(text.Make("summary", text: "One good answer"));
        details.Append([.. text.ChildNodes]);
        return details;
    }

    private static bool IsText(NotebookCell cell) => cell.Kind == CellKind.Markdown && CellView.Is(cell, "solution");

    [GeneratedRegex(@"^\s*\([^()]*\)\s*$")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^([ \t]*)//[ \t]*BEGIN SOLUTION[\s\S]*?//[ \t]*END SOLUTION[^\n]*(\n|$)", RegexOptions.Multiline)]
    private static partial Regex Solution();

    [GeneratedRegex(@"^[ \t]*//[ \t]*(BEGIN|END) SOLUTION[^\n]*(\n|$)", RegexOptions.Multiline)]
    private static partial Regex Markers();
}
