using Backprop.Display;

namespace Backprop;

/// <summary>What the curves of a training say, where they say something.</summary>
internal static class HistoryAdvice
{
    private const double ClearlyWorse = 0.97;

    /// <param name="history">The training.</param>
    /// <param name="isRunning">True while it goes on: then only what is wrong is said.</param>
    public static Html Of(History history, bool isRunning = false)
    {
        if (history.StepLosses.Count > 0 && !double.IsFinite(history.StepLosses[^1]))
        {
            return new Html(
                """
                <div class="bp-alarm" role="note"><p><b>The loss is not finite.</b> The learning rate is probably too
                high: divide it by 10. Or the loss takes the log of 0.</p></div>
                """);
        }
        if (isRunning || history.Best is not { ValidationLoss: { } least } best)
            return Html.Empty;
        if (best.Epoch == history.Epochs[^1].Epoch || !(least < history.Epochs[^1].ValidationLoss * ClearlyWorse))
            return Html.Empty;
        return Html.Of(
            $"""
            <p class="bp-cap">The validation loss was lowest at epoch {best.Epoch}; after that the two curves part:
            the net learns its examples by heart.</p>
            """);
    }
}
