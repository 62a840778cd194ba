using Backprop.Display;

namespace Backprop;

/// <summary>A confusion matrix as a table: counts, coloured by their share of the row, with the recall of each
/// class.</summary>
internal static class ConfusionTable
{
    private const string Frame = " style=\"outline:2px solid var(--bp-ink);outline-offset:-2px;font-weight:700\"";

    public static Html Of(ConfusionMatrix matrix)
    {
        IReadOnlyList<string> names = matrix.Names;
        IEnumerable<Html> heads = names.Select(name => Html.Of($"<th scope=\"col\">{TextView.Cut(name, 12)}</th>"));
        IEnumerable<Html> rows = names.Select((name, i) => Row(matrix, name, i));
        return Html.Of(
            $"""
            <div class="bp-scroll" tabindex="0" role="group" aria-label="confusion matrix"><table class="bp-heat">
            <thead><tr><th scope="col">right ↓ predicted →</th>{heads}<th scope="col">recall</th></tr></thead>
            <tbody>{rows}</tbody></table></div>
            """);
    }

    private static Html Row(ConfusionMatrix matrix, string name, int right)
    {
        long total = Enumerable.Range(0, matrix.Classes).Sum(j => matrix[right, j]);
        IEnumerable<Html> cells = Enumerable.Range(0, matrix.Classes)
            .Select(predicted => Cell(matrix[right, predicted], total, isRight: predicted == right));
        string recall = total == 0 ? "–" : NumberText.Percent(matrix.Recall(right), 0);
        return Html.Of($"<tr><th scope=\"row\">{TextView.Cut(name, 16)}</th>{cells}<td>{recall}</td></tr>");
    }

    private static Html Cell(long count, long total, bool isRight)
    {
        // The eye tells shares of a few percent apart only on the scale of their square roots.
        string color = count == 0 ? "u0" : Theme.AmountClass(Math.Sqrt(count / (double)total), 1);
        string text = count == 0 && !isRight ? "·" : NumberText.Count(count);
        return Html.Of($"<td class=\"{color}\"{new Html(isRight ? Frame : "")}>{text}</td>");
    }
}
