namespace Backprop;

/// <summary>Metrics of one batch as functions: <c>Metrics.Accuracy(net.Forward(x), labels)</c>. Over several batches
/// use the classes of the same names. What predictions and targets look like stands there.</summary>
public static class Metrics
{
    /// <inheritdoc cref="Backprop.Accuracy"/>
    public static double Accuracy(Tensor prediction, Tensor target, double threshold = 0.5) =>
        new Accuracy(threshold).Of(prediction, target);

    /// <inheritdoc cref="TopKAccuracy"/>
    public static double TopK(Tensor prediction, Tensor target, int k) => new TopKAccuracy(k).Of(prediction, target);

    /// <inheritdoc cref="Backprop.Precision"/>
    public static double Precision(Tensor prediction, Tensor target,
        ClassAverage average = ClassAverage.Auto, double threshold = 0.5) =>
        new Precision(average, threshold).Of(prediction, target);

    /// <inheritdoc cref="Backprop.Recall"/>
    public static double Recall(Tensor prediction, Tensor target,
        ClassAverage average = ClassAverage.Auto, double threshold = 0.5) =>
        new Recall(average, threshold).Of(prediction, target);

    /// <inheritdoc cref="F1Score"/>
    public static double F1(Tensor prediction, Tensor target,
        ClassAverage average = ClassAverage.Auto, double threshold = 0.5) =>
        new F1Score(average, threshold).Of(prediction, target);

    /// <summary>The area under the ROC curve.</summary>
    /// <inheritdoc cref="RocCurve.Of(Tensor, Tensor)"/>
    public static double Auc(Tensor scores, Tensor labels) => RocCurve.Of(scores, labels).Auc;

    /// <inheritdoc cref="MeanAbsoluteError"/>
    public static double Mae(Tensor prediction, Tensor target) => new MeanAbsoluteError().Of(prediction, target);

    /// <inheritdoc cref="RootMeanSquaredError"/>
    public static double Rmse(Tensor prediction, Tensor target) => new RootMeanSquaredError().Of(prediction, target);

    /// <inheritdoc cref="RSquared"/>
    public static double R2(Tensor prediction, Tensor target) => new RSquared().Of(prediction, target);
}
