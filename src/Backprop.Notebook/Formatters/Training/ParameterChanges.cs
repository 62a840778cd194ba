using Backprop.Display;

namespace Backprop;

/// <summary>What a training did to the parameters of a net: <c>net.ChangesSince(before)</c>.</summary>
public sealed class ParameterChanges
{
    private const string ZeroBefore = "was 0";

    /// <summary>Compares two states of one net.</summary>
    /// <param name="before">What <c>net.State()</c> gave earlier.</param>
    /// <param name="after">What it gives now.</param>
    /// <exception cref="ArgumentException">A name is missing, or a shape differs.</exception>
    public ParameterChanges(IReadOnlyDictionary<string, Tensor> before, IReadOnlyDictionary<string, Tensor> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Rows = [.. after.Select(entry => Change(entry.Key, before, entry.Value))];
    }

    /// <summary>The parameters in the order of the net.</summary>
    public IReadOnlyList<ParameterChange> Rows { get; }

    /// <summary>The table as text.</summary>
    public override string ToString()
    {
        int width = Rows.Select(r => r.Name.Length).DefaultIfEmpty(0).Max();
        IEnumerable<string> lines = Rows.Select(r =>
            $"{r.Name.PadRight(width)}  moved {NumberText.Significant(r.Moved),8}  {Percent(r),8}"
            + $"  largest {NumberText.Significant(r.Largest),8}  signs {NumberText.Percent(r.Flipped, 0),5}");
        return string.Join('\n', lines);
    }

    internal MimeBundle ToBundle()
    {
        double most = Rows.Select(r => r.Relative).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        IEnumerable<Html> head =
        [
            Card.Head("parameter"), Card.Head("shape"), Card.Head("‖w‖ before", true), Card.Head("moved", true),
            Card.Head("relative", true), Card.Head("drawn"), Card.Head("largest step", true), Card.Head("signs changed", true),
        ];
        Html table = Card.Table("changes of the parameters", head, Rows.Select(r => Row(r, most)));
        int still = Rows.Count(r => r.Moved == 0);
        string caption = "Moved is the length of the change, relative as a share of what was there before. "
            + (still == 0 ? "" : $"{still} of {Rows.Count} did not move at all: are they trained?");
        string end = $"{NumberText.Count(Rows.Count)} parameters";
        return Card.Bundle(
            Card.Of("Changes", Html.Empty, end, Html.Of($"{table}{Card.Caption(caption.Trim())}")), ToString());
    }

    private static Html Row(ParameterChange change, double most)
    {
        double share = most > 0 && double.IsFinite(change.Relative) ? change.Relative / most : 0;
        string width = FormattableString.Invariant($"{share * 60:0.#}px");
        return Html.Of(
            $"""
            <tr><th scope="row">{change.Name}</th><td class="mono" style="white-space:nowrap">{TensorNames.Of(change.Shape)}</td>
            {Number(NumberText.Significant(change.Before))}{Number(NumberText.Significant(change.Moved))}
            {Number(Percent(change))}<td><span class="bp-bar" aria-hidden="true"><i style="width:{width}"></i></span></td>
            {Number(NumberText.Significant(change.Largest))}{Number(NumberText.Percent(change.Flipped, 0))}</tr>
            """);
    }

    private static string Percent(ParameterChange change) =>
        double.IsFinite(change.Relative) ? NumberText.Percent(change.Relative) : ZeroBefore;

    private static Html Number(string text) => Card.Cell(text, isNumber: true);

    private static ParameterChange Change(string name, IReadOnlyDictionary<string, Tensor> before, Tensor after)
    {
        if (!before.TryGetValue(name, out Tensor? old))
            throw new ArgumentException($"The state before has no {name}. Compare two states of the same net.");
        if (old.Shape != after.Shape)
        {
            throw new ArgumentException(
                $"{name} was {old.Shape} and is {after.Shape}. Compare two states of the same net.");
        }
        double[] from = old.ToArray<double>();
        double[] to = after.ToArray<double>();
        double length = 0;
        double moved = 0;
        double largest = 0;
        int flipped = 0;
        for (int i = 0; i < from.Length; i++)
        {
            double step = to[i] - from[i];
            length += from[i] * from[i];
            moved += step * step;
            largest = Math.Max(largest, Math.Abs(step));
            flipped += from[i] * to[i] < 0 ? 1 : 0;
        }
        double share = from.Length == 0 ? 0 : flipped / (double)from.Length;
        return new ParameterChange(name, after.Shape, Math.Sqrt(length), Math.Sqrt(moved), largest, share);
    }
}
