using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class MetricTests
{
    [Fact]
    public void Accuracy_reads_scores_labels_and_single_scores()
    {
        Tensor scores = [[0.1, 0.9], [0.8, 0.2], [0.3, 0.7]];
        Tensor labels = Tensor.From([1, 1, Tensor.IgnoredLabel]);
        Assert.Equal(0.5, Metrics.Accuracy(scores, labels));
        Assert.Equal(1, Metrics.Accuracy(scores, scores));
        Assert.Equal(0.5, Metrics.Accuracy(Tensor.From([1, 0]), Tensor.From([1, 1])));
        Tensor probabilities = [[0.9], [0.4], [0.5]];
        Assert.Equal(1, Metrics.Accuracy(probabilities, Tensor.From([1, 0, 0])));
        Assert.Equal(1, Metrics.Accuracy(probabilities, [[1.0], [0.0], [0.0]]));
        Assert.Equal(1, Metrics.Accuracy([-3.0, 2.0], Tensor.From([false, true]), threshold: 0));
        // Positions of sequences: [batch, positions, classes].
        Assert.Equal(1, Metrics.Accuracy(scores.Reshape(1, 3, 2), Tensor.From([1, 0, 1], [1, 3])));
    }

    [Fact]
    public void What_does_not_belong_together_is_told()
    {
        Tensor scores = Tensor.Zeros(4, 3);
        Says("Label 3 is none of 3 classes", () => Metrics.Accuracy(scores, Tensor.From([0, 1, 2, 3])));
        Says("do not belong together", () => Metrics.Accuracy(scores, Tensor.From([0, 1])));
        Says("threshold: 0 for logits", () => Metrics.Accuracy([-3.0, 2.0], [0.0, 1.0]));
        Says("Are prediction and target swapped?", () => Metrics.Accuracy([1.0, 0.0], [0.3, 0.8]));
        Says("Predictions [4, 3] and targets [4, 1] differ", () => Metrics.Mae(scores, Tensor.Zeros(4, 1)));
        Says("needs both positives and negatives", () => Metrics.Auc([0.1, 0.2], [1.0, 1.0]));
        Says("0 or 1", () => Metrics.Auc([0.1, 0.2], [1.0, 2.0]));
        Says("NaN", () => Metrics.Auc([0.1, double.NaN], [1.0, 0.0]));
        Says("ClassAverage.Macro", () => Metrics.F1(scores, Tensor.From([0, 1, 2, 0]), ClassAverage.Binary));

        static void Says(string what, Action act) => Assert.Contains(what, MessageOf<Exception>(act), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_metric_can_be_interrupted_and_goes_on()
    {
        Tensor scores = Noise([12], 1, DType.Float64).Abs() / 2, labels = (Noise([12], 2) + scores > 0.4).To(DType.Int32);
        (Metric Metric, Metric Other, Tensor Target)[] cases =
        [
            (new Accuracy(), new Accuracy(), labels), (new RocAuc(), new RocAuc(), labels), (new F1Score(), new F1Score(), labels),
            (new Precision(ClassAverage.Macro), new Precision(ClassAverage.Macro), labels), (new Recall(), new Recall(), labels),
            (new RSquared(), new RSquared(), labels.To(DType.Float64)), (new MeanAbsoluteError(), new MeanAbsoluteError(), labels.To(DType.Float64)),
            (new RootMeanSquaredError(), new RootMeanSquaredError(), labels.To(DType.Float64)),
        ];
        foreach (var (metric, other, target) in cases)
        {
            Assert.Empty(metric.State().Skip(1));
            metric.Add(scores[..5], target[..5]);
            other.Load(metric.State());
            metric.Add(scores[5..], target[5..]);
            other.Add(scores[5..], target[5..]);
            Assert.Equal(metric.Value, other.Value);
            Assert.True(double.IsFinite(metric.Value), metric.Name);
        }
    }

    [Fact]
    public void A_metric_of_ones_own_needs_its_sums()
    {
        var bias = new Bias();
        bias.Add([1.0, 2.0], [0.0, 0.0]);
        bias.Add([6.0], [0.0]);
        Assert.Equal("bias 3.0000", bias.ToString());
    }

    [Fact]
    public void A_constant_target_has_no_variance_to_explain()
    {
        Assert.Equal(1, Metrics.R2([2.0, 2.0], [2.0, 2.0]));
        Assert.Equal(0, Metrics.R2([2.0, 3.0], [2.0, 2.0]));
        // Far from 0 the two-sums formula would lose all digits.
        Assert.Equal(0.5, Metrics.R2(Tensor.From([1e9 + 1, 1e9 + 3], dtype: DType.Float64), Tensor.From([1e9, 1e9 + 2], dtype: DType.Float64)) + 0.5);
    }

    [Fact]
    public void The_confusion_matrix_is_a_table_that_can_be_read()
    {
        Tensor predicted = Tensor.From([0, 0, 1, 2, 1, 0, 2]), right = Tensor.From([0, 0, 0, 1, 1, 2, 2]);
        ConfusionMatrix matrix = ConfusionMatrix.Of(predicted, right, ["cat", "dog", "guinea pig"]);
        Assert.Equal(
            """
            right \ predicted  cat  dog  guinea pig   found
            cat                  2    1           0  66.7 %
            dog                  0    1           1  50.0 %
            guinea pig           1    0           1  50.0 %
            """.ReplaceLineEndings("\n"), matrix.ToString());
        Assert.Equal((7, 4.0 / 7, 1), (matrix.Total, matrix.Accuracy, matrix[0, 1]));
        Holds(matrix.ToTensor(), [3, 3], 2, 1, 0, 0, 1, 1, 1, 0, 1);
        Assert.Contains("classes are numbers from 0", MessageOf<ArgumentException>(() => matrix.Add(Tensor.From([7_000]), Tensor.From([0]))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_curve_of_perfect_and_of_blind_scores()
    {
        Assert.Equal(1, RocCurve.Of([0.1, 0.4, 0.6, 0.9], [0.0, 0, 1, 1]).Auc);
        RocCurve blind = RocCurve.Of([0.5, 0.5, 0.5, 0.5], [0.0, 1, 0, 1]);
        Assert.Equal("AUC 0.5000 over 1 thresholds", blind.ToString());
        Assert.Equal(0, Metrics.Auc([0.9, 0.1], [0.0, 1]));
        Assert.True(double.IsNaN(new RocAuc().Value));
    }

    private sealed class Bias() : SumMetric("bias")
    {
        public override double Value => Sum(0) / Sum(1);

        public override void Add(Tensor prediction, Tensor target) =>
            AddToSums((prediction - target).Sum().Item(), target.Shape.Size);
    }
}
