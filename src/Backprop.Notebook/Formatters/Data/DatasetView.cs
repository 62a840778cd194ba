using System.Globalization;
using Backprop.Display;

namespace Backprop;

/// <summary>Examples to learn from: what they are, how the classes are spread, and the first few.</summary>
internal static class DatasetView
{
    private const int Examples = 8;
    private const int MostFeatures = 6;
    private const int MostClasses = 20;
    private const int Pictures = 16;

    public static MimeBundle Of(TensorDataset data)
    {
        Html facts = Card.Statistics(
            ("examples", NumberText.Count(data.Count)),
            ("inputs", $"{TensorNames.Of(data.Inputs.Shape)} {TensorNames.Of(data.Inputs.DType)}"),
            ("targets", $"{TensorNames.Of(data.Targets.Shape)} {TensorNames.Of(data.Targets.DType)}"));
        Html body = data.Count == 0 ? Card.Caption("There are no examples.") : Html.Of($"{First(data)}{Classes(data)}");
        string count = $"{NumberText.Count(data.Count)} examples";
        return Card.Bundle(Card.Of("TensorDataset", Html.Empty, count, Html.Of($"{facts}{body}")), data.ToString());
    }

    /// <summary>A data set of another kind: only its first example is looked at.</summary>
    public static MimeBundle OfAny(Dataset data)
    {
        string name = data.GetType().Name;
        var facts = new List<(string, string)> { ("examples", NumberText.Count(data.Count)) };
        if (data.Count > 0)
        {
            (Tensor input, Tensor target) = data.Example(0);
            facts.Add(("input", $"{TensorNames.Of(input.Shape)} {TensorNames.Of(input.DType)}"));
            facts.Add(("target", $"{TensorNames.Of(target.Shape)} {TensorNames.Of(target.DType)}"));
        }
        string count = $"{NumberText.Count(data.Count)} examples";
        return Card.Bundle(Card.Of(name, Html.Empty, count, Card.Statistics(facts)), $"{name}, {count}");
    }

    /// <summary>Batches are not drawn to be shown: that would be a pass.</summary>
    public static MimeBundle OfLoader(DataLoader loader)
    {
        string batches = $"{NumberText.Count(loader.Count)} batches of {NumberText.Count(loader.BatchSize)}";
        string place = string.Create(
            CultureInfo.InvariantCulture, $"pass {loader.Epoch + 1}, batch {loader.Position} of {loader.Count}");
        Html facts = Card.Statistics(
            ("batches in a pass", NumberText.Count(loader.Count)),
            ("examples in a batch", NumberText.Count(loader.BatchSize)),
            ("stands at", place));
        return Card.Bundle(Card.Of("DataLoader", Html.Empty, batches, facts), $"DataLoader, {batches}; {place}");
    }

    private static Html First(TensorDataset data)
    {
        Tensor inputs = data.Inputs[..Math.Min(data.Count, Pictures)];
        if (TensorPicture.IsImages(inputs.Shape))
            return Html.Of($"{TensorImages.Of(new TensorValues(inputs), Pictures, data.Count)}{Labels(data)}");
        if (data.Inputs.Shape.Rank != 2)
            return Labels(data);
        return Rows(data);
    }

    private static Html Labels(TensorDataset data)
    {
        if (data.Targets.Shape.Rank != 1)
            return Html.Empty;
        double[] labels = data.Targets[..Math.Min(data.Count, Pictures)].ToArray<double>();
        return Card.Caption("Their targets: " + string.Join(' ', labels.Select(NumberText.Plain)));
    }

    private static Html Rows(TensorDataset data)
    {
        int count = Math.Min(data.Count, Examples);
        int features = Math.Min(data.Inputs.Shape[1], MostFeatures);
        double[] inputs = data.Inputs[..count].ToArray<double>();
        double[] targets = data.Targets[..count].ToArray<double>();
        int perTarget = targets.Length / count;
        bool isCut = features < data.Inputs.Shape[1];
        IEnumerable<Html> head = Enumerable.Range(0, features)
            .Select(i => Card.Head(string.Create(CultureInfo.InvariantCulture, $"x[{i}]"), isNumber: true))
            .Append(isCut ? Card.Head("…") : Html.Empty)
            .Append(Card.Head("target", isNumber: true));
        IEnumerable<Html> rows = Enumerable.Range(0, count).Select(row =>
        {
            int start = row * data.Inputs.Shape[1];
            IEnumerable<Html> cells = inputs[start..(start + features)]
                .Select(x => Card.Cell(NumberText.Significant(x), isNumber: true));
            Html gap = isCut ? Card.Cell("…") : Html.Empty;
            string target = string.Join(", ",
                targets[(row * perTarget)..((row + 1) * perTarget)].Take(4).Select(NumberText.Plain));
            return Html.Of($"<tr>{cells}{gap}{Card.Cell(target, isNumber: true)}</tr>");
        });
        string shown = $"Showing {count} of {NumberText.Count(data.Count)} examples"
            + (isCut ? $" and {features} of {NumberText.Count(data.Inputs.Shape[1])} features." : ".");
        return Html.Of($"{Card.Table("first examples", head, rows)}{Card.Caption(shown)}");
    }

    private static Html Classes(TensorDataset data)
    {
        if (data.Targets.DType != DType.Int32 || data.Targets.Shape.Rank != 1)
            return Html.Empty;
        var counts = data.Targets.ToArray<int>().GroupBy(label => label).OrderBy(group => group.Key)
            .Select(group => (Label: group.Key, Count: group.Count())).ToList();
        if (counts.Count > MostClasses)
            return Card.Caption($"{NumberText.Count(counts.Count)} different targets.");
        string spread = string.Join(", ", counts.Select(c => string.Create(
            CultureInfo.InvariantCulture, $"{c.Label}: {c.Count}")));
        return Card.Caption($"{counts.Count} classes, how often each: {spread}.");
    }
}
