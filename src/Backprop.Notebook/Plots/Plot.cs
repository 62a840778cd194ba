namespace Backprop;

/// <summary>
/// Ready plots for lessons: <c>Plot.DecisionBoundary(net, data)</c>. Each answers one question and says the answer; for
/// plots of one's own there is <see cref="Backprop.Display.Chart"/>. A net that a plot runs or trains is handed back as
/// it was: its weights, its mode and its gradients.
/// </summary>
public static partial class Plot
{
}
