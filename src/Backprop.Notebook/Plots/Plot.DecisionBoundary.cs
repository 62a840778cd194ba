using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const int MostFrames = 10;
    private const string BoundaryName = "Plot.DecisionBoundary";

    /// <summary>Which class a net says where, and where it changes its mind: <c>Plot.DecisionBoundary(net, data)</c>
    /// </summary>
    /// <param name="net">From points [n, 2] to scores: [n, classes], or one probability or logit each, [n] or [n, 1].
    /// It runs twice, in the mode of use and without recording.</param>
    /// <param name="data">Points and their classes.</param>
    /// <param name="threshold">For a single output: where class 1 begins; left out, 0.5 for outputs from 0 to 1, else
    /// 0.</param>
    /// <exception cref="ArgumentException">The points have not two features, or the outputs do not fit the
    /// labels.</exception>
    public static Figure DecisionBoundary(Module net, TensorDataset data, double? threshold = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        return DecisionBoundary(net, data.Inputs, data.Targets, threshold);
    }

    /// <inheritdoc cref="DecisionBoundary(Module, TensorDataset, double?)"/>
    /// <param name="net">From points [n, 2] to scores.</param>
    /// <param name="points">[n, 2].</param>
    /// <param name="labels">The class of each point: [n], [n, 1] or one-hot.</param>
    /// <param name="threshold">For a single output: where class 1 begins.</param>
    public static Figure DecisionBoundary(Module net, Tensor points, Tensor labels, double? threshold = null)
    {
        ArgumentNullException.ThrowIfNull(net);
        using IDisposable scope = net.Evaluate();
        return BoundaryFigure(net, net.GetType().Name, points, labels, threshold);
    }

    /// <summary>The same for any function, such as a rule of one's own:
    /// <c>Plot.DecisionBoundary(x => (x.MatMul(w) + b).Sigmoid(), points, labels)</c></summary>
    /// <param name="function">From points [n, 2] to scores.</param>
    /// <param name="points">[n, 2].</param>
    /// <param name="labels">The class of each point: [n], [n, 1] or one-hot.</param>
    /// <param name="threshold">For a single output: where class 1 begins.</param>
    /// <exception cref="ArgumentException">The points have not two features, or the outputs do not fit the
    /// labels.</exception>
    public static Figure DecisionBoundary(Layer function, Tensor points, Tensor labels, double? threshold = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return BoundaryFigure(function, "", points, labels, threshold);
    }

    /// <summary>How a boundary was learned, epoch by epoch; a <see cref="BoundaryRecorder"/> shows itself so.</summary>
    /// <param name="recorder">It has looked at a net once or more.</param>
    /// <exception cref="ArgumentException">It has recorded nothing yet.</exception>
    public static Figure DecisionBoundary(BoundaryRecorder recorder)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        if (recorder.Frames.Count == 0)
        {
            throw new ArgumentException($"{BoundaryName}: the recorder holds nothing yet. Give it to the trainer, "
                + "Callbacks = [film], and train; or call film.Record(net, epoch).");
        }
        int[] picked = ChartTable.Spread(recorder.Frames.Count, MostFrames);
        BoundaryFrame[] shown = [.. picked.Select(i => recorder.Frames[i])];
        (BoundaryFrame first, BoundaryFrame last) = (shown[0], shown[^1]);
        string finding = shown.Length == 1
            ? Sentence(BoundaryFilm.Words(last))
            : $"From {BoundaryFilm.Words(first)} to {BoundaryFilm.Words(last)}.";
        string label = $"Decision boundary. {finding}";
        var part = new FigurePart(
            "Decision boundary",
            (_, _) => BoundaryFilm.Of(recorder.Data, shown, label),
            string.Join('\n', shown.Select(frame => "  " + BoundaryFilm.Words(frame))))
        {
            Chart = BoundaryDrawing.ChartOf(last.Map, recorder.Data),
            Width = 800,
        };
        return new Figure("Decision boundary", part)
        {
            Subject = shown.Length < recorder.Frames.Count
                ? $"showing {shown.Length} of {recorder.Frames.Count} recorded epochs"
                : Count(shown.Length, "recorded epoch"),
            Extent = recorder.Data.Extent,
            Finding = finding,
            Caption = "Pick an epoch, also with the arrow keys: the net begins with a boundary that its random weights "
                + $"make, and bends it step by step. {Reading(last.Map)}",
        };
    }

    private static Figure BoundaryFigure(
        Layer function, string subject, Tensor points, Tensor labels, double? threshold)
    {
        var data = new BoundaryData(points, labels, BoundaryName);
        BoundaryMap map = BoundaryMap.Of(function, data, threshold, BoundaryName);
        int wrong = (int)Math.Round((1 - map.Accuracy) * data.Count);
        string finding = wrong == 0
            ? $"All {Count(data.Count, "point")} lie on their side of the boundary."
            : $"{NumberText.Percent(map.Accuracy)} of the points lie on their side of the boundary; {wrong} of "
                + $"{data.Count} do not.";
        string label = $"Decision boundary. {finding}";
        var drawing = new BoundaryDrawing(data, map.IsTwoClass);
        IEnumerable<string> counts = data.Classes.Select(c => Invariant($"class {c}: {data.Labels.Count(l => l == c)}"));
        var part = new FigurePart("Decision boundary", (_, _) => Html.Of(
            $"""
            {drawing.Draw([map], 500, 400, label).ToHtml("bp-mid")}
            {drawing.Draw([map], 340, 300, label).ToHtml("bp-narrow bp-mid", "display=\"none\"")}
            """), $"  {map.Rule} is the boundary; {string.Join(", ", counts)}")
        {
            Chart = BoundaryDrawing.ChartOf(map, data),
            Width = 500,
        };
        return new Figure("Decision boundary", part)
        {
            Subject = subject,
            Extent = data.Extent,
            Finding = finding,
            Caption = Reading(map),
        };
    }

    private static string Reading(BoundaryMap map) => map.IsTwoClass
        ? $"On the line ({map.Rule}) the net cannot decide; the stronger the colour, the surer it is. Circles on green "
            + "and squares on plum are wrong."
        : "On the lines two classes are equally likely; the darker the ground, the surer the net is.";

    private static string Sentence(string words) => string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1), ".");
}
