using System.Globalization;
using Backprop.Display;

namespace Backprop;

/// <summary>How often each class was taken for each: a table coloured by the share of its row.</summary>
internal static class ConfusionView
{
    private const int MostClasses = 16;
    private const int Worst = 3;

    public static MimeBundle Of(ConfusionMatrix matrix)
    {
        string accuracy = matrix.Total == 0 ? "nothing added yet" : $"{NumberText.Percent(matrix.Accuracy)} right";
        Html facts = Card.Statistics(
            ("right", matrix.Total == 0 ? "–" : NumberText.Percent(matrix.Accuracy)),
            ("predictions", NumberText.Count(matrix.Total)),
            ("classes", NumberText.Count(matrix.Classes)));
        Html body = matrix.Classes == 0 ? Html.Empty : matrix.Classes <= MostClasses ? Table(matrix) : Picture(matrix);
        Html card = Card.Of("Confusion matrix", Html.Empty, accuracy, Html.Of($"{facts}{body}{Confused(matrix)}"), Style);
        return Card.Bundle(card, matrix.ToString());
    }

    private static Html Style { get; } = CardStyle.Of(
        """
        td.ok{outline:2px solid var(--bp-ink);outline-offset:-2px}
        td.sum{background:none}
        """);

    private static Html Table(ConfusionMatrix matrix)
    {
        IReadOnlyList<string> names = matrix.Names;
        IEnumerable<Html> head = names.Select(name => Html.Of($"<th scope=\"col\">{Short(name)}</th>"))
            .Prepend(new Html("<th scope=\"col\">right ↓ taken for →</th>"))
            .Append(new Html("<th scope=\"col\">found</th>"));
        IEnumerable<Html> rows = names.Select((name, i) =>
        {
            long whole = Enumerable.Range(0, matrix.Classes).Sum(j => matrix[i, j]);
            IEnumerable<Html> cells = Enumerable.Range(0, matrix.Classes).Select(j => Cell(matrix, i, j, whole));
            string found = whole == 0 ? "–" : NumberText.Percent(matrix.Recall(i));
            return Html.Of(
                $"<tr><th scope=\"row\">{Short(name)}</th>{cells}<td class=\"sum\">{found}</td></tr>");
        });
        IEnumerable<Html> precisions = Enumerable.Range(0, matrix.Classes)
            .Select(j => Html.Of($"<td class=\"sum\">{NumberText.Percent(matrix.Precision(j), 0)}</td>"));
        Html last = Html.Of($"<tr><th scope=\"row\">correct</th>{precisions}<td class=\"sum\"></td></tr>");
        Html table = Card.Table("confusion matrix", head, rows.Append(last), "bp-heat");
        return Html.Of(
            $"{table}{Card.Caption("Each row is what is right; its colours are shares of the row. Framed is what was "
                + "right. Found is recall, correct is precision.")}");
    }

    private static Html Cell(ConfusionMatrix matrix, int right, int predicted, long whole)
    {
        long count = matrix[right, predicted];
        double share = whole == 0 ? 0 : count / (double)whole;
        string hint = $"{matrix.Names[right]} taken for {matrix.Names[predicted]}: {NumberText.Percent(share)}";
        string frame = right == predicted ? " ok" : "";
        string text = count == 0 ? "·" : NumberText.Count(count);
        return Html.Of($"<td class=\"{Theme.AmountClass(share, 1)}{frame}\" title=\"{hint}\">{text}</td>");
    }

    private static Html Picture(ConfusionMatrix matrix)
    {
        HeatPicture picture = HeatPicture.Of(matrix.Classes, matrix.Classes, (i, j) => matrix[i, j]);
        return Html.Of(
            $"""
            <img class="bp-heatpic" src="{picture.DataUri}" alt="Counts of {matrix.Classes} by {matrix.Classes} classes"
            style="width:320px;height:320px"/>
            {Card.Caption("Rows are what is right, columns what was predicted; what is right lies on the diagonal.")}
            """);
    }

    // The pairs that are taken for each other most often.
    private static Html Confused(ConfusionMatrix matrix)
    {
        var pairs = Enumerable.Range(0, matrix.Classes)
            .SelectMany(i => Enumerable.Range(0, matrix.Classes).Select(j => (Right: i, Taken: j, Count: matrix[i, j])))
            .Where(pair => pair.Right != pair.Taken && pair.Count > 0)
            .OrderByDescending(pair => pair.Count).Take(Worst).ToList();
        if (pairs.Count == 0)
            return Html.Empty;
        string text = string.Join("; ", pairs.Select(pair => string.Create(CultureInfo.InvariantCulture,
            $"{matrix.Names[pair.Right]} for {matrix.Names[pair.Taken]} {pair.Count}×")));
        return Card.Caption($"Most often confused: {text}.");
    }

    private static string Short(string name) => TextView.Cut(name, 16);
}
