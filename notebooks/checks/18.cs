using Contractive = System.Func<double[][], double[], double[], double>;
using Oddness = System.Func<double[][], double[][], double[]>;
using Sparsity = System.Func<double[][], double, (double Penalty, double[][] Slopes)>;
using Tied = System.Func<double[][], double[], (double Loss, double[][] Slopes)>;

namespace Backprop.Checks;

/// <summary>Lesson 18: tied weights, the sparse penalty, the contractive penalty, a detector of odd rows. 20 points.</summary>
public sealed class L18 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises => [TiedWeights, SparsePenalty, ContractivePenalty, OddReadings];

    private static Exercise TiedWeights => new("L18.a", "Tied weights")
    {
        Signature = "(double Loss, double[][] Slopes) Tied(double[][] W, double[] x)",
        Parts =
        [
            new Part<Tied>("the loss", 1, L18Tied.Losses),
            new Part<Tied>("slopes, one code number", 2, L18Tied.OneNumber, "the loss"),
            new Part<Tied>("slopes, several code numbers", 1, L18Tied.SeveralNumbers, "slopes, one code number"),
            new Part<Tied>("the arrays stay as they are", 1, L18Tied.Untouched, "the loss"),
        ],
        Hints =
        [
            "Section 2 has both slopes for one code number. Which of its numbers exist once for each code number here, and "
            + "which once for each pixel?",
            "The errors belong to pixels and use all code numbers; there is one list of them. What is sent back belongs to "
            + "a code number: the errors, weighted with its row of W.",
            "First all codes, then all errors r - x. Then for each code number k: add up W[k][i] * e[i] over the pixels. "
            + "The slope of W[k][i] is 2/n times the sum of e[i] * h[k] and that number times x[i].",
        ],
    };

    private static Exercise SparsePenalty => new("L18.b", "The sparse penalty")
    {
        Signature = "(double Penalty, double[][] Slopes) Sparsity(double[][] H, double rho)",
        Parts =
        [
            new Part<Sparsity>("the penalty of one unit", 1, L18Sparse.OneUnit),
            new Part<Sparsity>("the penalty of several units", 1, L18Sparse.SeveralUnits, "the penalty of one unit"),
            new Part<Sparsity>("the slopes", 2, L18Sparse.Slopes, "the penalty of several units"),
            new Part<Sparsity>("the codes stay as they are", 1, L18Sparse.Untouched, "the penalty of one unit"),
        ],
        Hints =
        [
            "The penalty belongs to a unit, not to a picture. Over what do you take the mean, rows or columns?",
            "Go unit by unit: first its mean over the pictures, then KL of that one number. How much does the mean move "
            + "when one of n activities moves?",
            "For each column: the mean; add rho ln(rho/mean) + (1 - rho) ln((1 - rho)/(1 - mean)) to the penalty. The slope "
            + "for each activity in the column is -rho/mean + (1 - rho)/(1 - mean), divided by the number of rows.",
        ],
    };

    private static Exercise ContractivePenalty => new("L18.c", "The contractive penalty")
    {
        Signature = "double Contractive(double[][] W, double[] b, double[] x)",
        Parts =
        [
            new Part<Contractive>("one unit", 2, L18Contractive.OneUnit),
            new Part<Contractive>("several units against nudging", 2, L18Contractive.SeveralUnits, "one unit"),
            new Part<Contractive>("the arrays stay as they are", 1, L18Contractive.Untouched, "one unit"),
        ],
        Hints =
        [
            "The table of slopes has one entry for each unit and each pixel. What is a single entry?",
            "An entry is the slope of the sigmoid, h(1 - h), times the weight. All entries of one unit share the first "
            + "factor.",
            "For each unit: z (bias plus weights times pixels), h, then h(1 - h). Square that, multiply it with the sum of "
            + "the squared weights of the unit, and add it to the penalty.",
        ],
    };

    private static Exercise OddReadings => new("L18.d", "Which readings are odd?")
    {
        Signature = "double[] Oddness(double[][] normal, double[][] arriving)",
        Parts =
        [
            new Part<Oddness>("one score for each row", 1, L18Odd.OneScoreEach) { Patience = L18Odd.Patience },
            new Part<Oddness>("AUC 0.90", 3, L18Odd.Finds, "one score for each row") { Patience = L18Odd.Patience },
            new Part<Oddness>("learns from normal rows only", 1, L18Odd.NormalOnly, "one score for each row", "AUC 0.90")
                { Patience = L18Odd.Patience },
        ],
        Hints =
        [
            "A faulty row has six ordinary numbers. What is it that only rows of quiet days have in common?",
            "Two causes move six sensors, so a code of two numbers is enough for a quiet row, and not for a faulty one. "
            + "The error of the reconstruction is the score.",
            "Find mean and deviation of each column of normal, and scale both arrays with them. Train an Autoencoder with "
            + "a code of 2 on the scaled normal rows, some hundred steps of Adam. Return its Errors for the arriving rows.",
        ],
    };
}

/// <summary>What several checks of lesson 18 say about arrays of the wrong form.</summary>
internal static class L18Shape
{
    /// <summary>What is wrong with the form of a table of slopes, or null.</summary>
    public static string? Fault(double[][]? slopes, double[][] like)
    {
        if (slopes is null || slopes.Any(row => row is null))
            return "Slopes holds null where an array should be.";
        if (slopes.Length != like.Length)
            return $"Slopes should have {like.Length} rows, like the input; yours has {slopes.Length}.";
        for (int k = 0; k < like.Length; k++)
        {
            if (slopes[k].Length != like[k].Length)
            {
                return $"row {k} of Slopes should have {like[k].Length} numbers, like the input; yours has "
                    + $"{slopes[k].Length}.";
            }
        }
        return null;
    }

    /// <summary>The entries of a table, row after row.</summary>
    public static double[] Flat(double[][] rows) => [.. rows.SelectMany(row => row)];
}
