using Backprop.Display;

namespace Backprop;

/// <summary>What the curves of a training say, where they say something.</summary>
internal static class HistoryAdvice
{
    private const double ClearlyWorse = 0.97;

    /// <summary>What is wrong.</summary>
    public static Html AlarmOf(History history) =>
        history.StepLosses.Count == 0 || double.IsFinite(history.StepLosses[^1])
            ? Html.Empty
            : new Html(
                """
                <div class="bp-alarm" role="note"><p><b>The loss is not finite.</b> The learning rate is probably too
                high: divide it by 10. Or the loss takes the log of 0.</p></div>
                """);

    /// <summary>
    /// What to learn from it. Curves part where the training loss goes on falling after the validation loss was lowest,
    /// and the last quarter of the validation losses lies above that lowest: one noisy epoch is no sign.
    /// </summary>
    public static Html Of(History history)
    {
        if (HistoryView.Best(history) is not { } best)
            return Html.Empty;
        EpochResult last = history.Epochs[^1];
        EpochResult[] end = [.. history.Epochs.Where(epoch => epoch.Epoch > best.Epoch).TakeLast((history.Epochs.Count + 3) / 4)];
        bool falls = last.Loss < best.Loss;
        bool parts = end.Length > 0 && end.Average(epoch => epoch.ValidationLoss) * ClearlyWorse > best.ValidationLoss;
        if (!falls || !parts)
            return Html.Empty;
        return Card.Caption(
            $"The validation loss was lowest at epoch {NumberText.Count(best.Epoch)}; after that the two curves part: "
            + "the net learns its examples by heart.");
    }
}
