namespace Backprop.Tests.Parity;

/// <summary>Metrics against scikit-learn.</summary>
public class MetricParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("metrics");

    public static TheoryData<string> Rows => [.. Fixture.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Metrics_agree_of_one_batch_and_over_several(string name)
    {
        Case c = Fixture[name];
        var run = new CaseRun(c, DType.Float64);
        Tensor prediction = run[c.Inputs.ContainsKey("scores") ? "scores" : "prediction"];
        Tensor target = run[c.Inputs.ContainsKey("labels") ? "labels" : "target"];
        foreach (string output in c.Float64.Outputs.Keys)
        {
            if (MetricOf(output) is { } metric)
            {
                Check(c, output, metric.Of(prediction, target));
                metric.Reset();
                int middle = prediction.Shape[0] / 3;
                metric.Add(prediction[..middle], target[..middle]);
                metric.Add(prediction[middle..], target[middle..]);
                Check(c, output, metric.Value);
            }
            else
            {
                Check(c, output, Others(output, prediction, target));
            }
        }
    }

    private static Metric? MetricOf(string output) => output.Split('.') switch
    {
        ["accuracy"] => new Accuracy(),
        ["top2"] => new TopKAccuracy(2),
        ["auc"] => new RocAuc(),
        ["mae"] => new MeanAbsoluteError(),
        ["rmse"] => new RootMeanSquaredError(),
        ["r2"] => new RSquared(),
        ["precision", var average] => new Precision(Average(average)),
        ["recall", var average] => new Recall(Average(average)),
        ["f1", var average] => new F1Score(Average(average)),
        _ => null,
    };

    private static double[] Others(string output, Tensor prediction, Tensor target) => output switch
    {
        "confusion" => ConfusionMatrix.Of(prediction, target).ToTensor().ToArray<double>(),
        "fpr" => [.. RocCurve.Of(prediction, target).FalsePositiveRates],
        "tpr" => [.. RocCurve.Of(prediction, target).TruePositiveRates],
        "thresholds" => [.. RocCurve.Of(prediction, target).Thresholds.Skip(1)],
        _ => throw new ArgumentException($"{output} is not compared."),
    };

    private static ClassAverage Average(string name) => Enum.Parse<ClassAverage>(name, ignoreCase: true);

    private static void Check(Case c, string output, params double[] actual) =>
        Tolerance.Float64.Check($"{c.Name}, {output}", actual, c.Float64.Outputs[output]);
}
