using Backprop.Display;
using static Backprop.PlotData;

namespace Backprop;

public static partial class Plot
{
    private const int MostConfusionClasses = 20;

    /// <summary>What a net mixes up on some examples: <c>Plot.Confusion(net, test)</c></summary>
    /// <param name="net">The net. It runs in the mode of use and without recording.</param>
    /// <param name="data">Inputs and the right classes.</param>
    /// <param name="names">Names of the classes; their numbers if left out.</param>
    /// <param name="threshold">For single scores: 0.5 for probabilities, 0 for logits.</param>
    /// <exception cref="ArgumentException">The outputs and the targets do not belong together.</exception>
    public static Figure Confusion(
        Module net, TensorDataset data, IReadOnlyList<string>? names = null, double threshold = 0.5)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(data);
        using IDisposable scope = net.Evaluate();
        var matrix = new ConfusionMatrix(names, threshold);
        foreach ((Tensor x, Tensor y) in data.Batches(256))
            matrix.Add(net.Forward(x), y);
        return Confusion(matrix);
    }

    /// <summary>What is mixed up: <c>Plot.Confusion(ConfusionMatrix.Of(predictions, labels))</c></summary>
    /// <param name="matrix">The counts.</param>
    /// <exception cref="ArgumentException">Nothing was counted.</exception>
    public static Figure Confusion(ConfusionMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Classes == 0 || matrix.Total == 0)
        {
            throw new ArgumentException(
                "Plot.Confusion: the matrix is empty. Add predictions and the right classes first.");
        }
        FigurePart part = matrix.Classes <= MostConfusionClasses
            ? new FigurePart("Confusion", (_, _) => ConfusionTable.Of(matrix), matrix.ToString())
            : FigurePart.Of(ConfusionShares(matrix));
        return new Figure("Confusion", part)
        {
            Subject = Count(matrix.Total, "example"),
            Extent = $"accuracy {NumberText.Percent(matrix.Accuracy)}",
            Finding = ConfusionFinding(matrix),
            Caption = "Rows are what is right, columns what was predicted. The colour is the share of the row, on a "
                + "square-root scale, so that small errors show; framed cells are correct. Recall: of those that are a "
                + "class, the share that was found.",
        };
    }

    private static Chart ConfusionShares(ConfusionMatrix matrix)
    {
        var shares = new double[matrix.Classes, matrix.Classes];
        for (int i = 0; i < matrix.Classes; i++)
        {
            double row = Enumerable.Range(0, matrix.Classes).Sum(j => matrix[i, j]);
            for (int j = 0; j < matrix.Classes; j++)
                shares[i, j] = row == 0 ? 0 : Math.Sqrt(matrix[i, j] / row);
        }
        return Chart.Heatmap(shares, X: matrix.Names, Y: matrix.Names, Name: "√ share of the row")
            .WithTitle("Confusion").WithXAxisStyle("predicted").WithYAxisStyle("right");
    }

    private static string ConfusionFinding(ConfusionMatrix matrix)
    {
        (long count, int right, int predicted) = (0, 0, 0);
        for (int i = 0; i < matrix.Classes; i++)
        {
            for (int j = 0; j < matrix.Classes; j++)
            {
                if (i != j && matrix[i, j] > count)
                    (count, right, predicted) = (matrix[i, j], i, j);
            }
        }
        string accuracy = $"{NumberText.Percent(matrix.Accuracy)} are right.";
        if (count == 0)
            return $"{accuracy} Nothing was mixed up.";
        long row = Enumerable.Range(0, matrix.Classes).Sum(j => matrix[right, j]);
        return $"{accuracy} Most common mix-up: {matrix.Names[right]} read as {matrix.Names[predicted]}, "
            + $"{NumberText.Count(count)} of {Count(row, "time")}.";
    }
}
