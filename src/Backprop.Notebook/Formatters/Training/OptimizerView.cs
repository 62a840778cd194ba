using Backprop.Display;

namespace Backprop;

/// <summary>An optimizer: its settings, and how much it changes.</summary>
internal static class OptimizerView
{
    public static MimeBundle Of(Optimizer optimizer)
    {
        string name = optimizer.GetType().Name;
        string count = Count(optimizer);
        IReadOnlyList<Optimizer> groups = optimizer.Groups;
        bool isOne = groups.Count == 1 && ReferenceEquals(groups[0], optimizer);
        Html body = isOne ? Settings(optimizer) : Html.Join(groups.Select(Group));
        return Card.Bundle(Card.Of(name, Html.Empty, count, body), Text(optimizer, groups, isOne));
    }

    private static string Count(Optimizer optimizer)
    {
        long numbers = optimizer.Parameters.Sum(p => (long)p.Shape.Size);
        return $"{NumberText.Count(numbers)} numbers in {NumberText.Count(optimizer.Parameters.Count)} parameters";
    }

    private static Html Settings(Optimizer optimizer)
    {
        IEnumerable<Html> rows = SettingsText.Of(optimizer).Select(s =>
            Html.Of($"<tr><th scope=\"row\">{s.Name}</th>{Card.Cell(s.Value, isNumber: true)}</tr>"));
        return Card.Table("settings", [Card.Head("setting"), Card.Head("value", isNumber: true)], rows);
    }

    private static Html Group(Optimizer group, int index) => Html.Of(
        $"<p class=\"bp-h\">{index}: {group.GetType().Name} <small>{Count(group)}</small></p>{Settings(group)}");

    private static string Text(Optimizer optimizer, IReadOnlyList<Optimizer> groups, bool isOne)
    {
        string head = $"{optimizer.GetType().Name}, {Count(optimizer)}";
        if (isOne)
            return $"{head}: {Line(optimizer)}";
        return head + string.Concat(groups.Select((g, i) => $"\n  {i} {g.GetType().Name}, {Count(g)}: {Line(g)}"));
    }

    private static string Line(Optimizer optimizer) =>
        string.Join(", ", SettingsText.Of(optimizer).Select(s => $"{s.Name} {s.Value}"));
}
