using HiddenDelta = System.Func<double[][], double[], double[], double, double[]>;
using PlayLinear = System.Func<double[][], double[], double[][], double[][], double[][][]>;
using PlayParts = System.Func<string, string[], double[], double[], double[][]>;
using PlayUnits = System.Func<int, double[][], double[][], double[][][]>;

namespace Backprop.Checks;

/// <summary>Lesson 10: a linear box, tanh and max, a chain and a fork, a loss on hidden nodes. 20 points.</summary>
public sealed class L10 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L10.a", "The linear box of the notes")
        {
            Signature = "double[][][] PlayLinear(double[][] w, double[] b, double[][] z, double[][] g)",
            Parts =
            [
                new Part<PlayLinear>("forward", 1, L10Linear.Forward),
                new Part<PlayLinear>("backward", 2, L10Linear.Backward, "forward"),
                new Part<PlayLinear>("the slopes of W and b", 1, L10Linear.Slopes, "forward"),
                new Part<PlayLinear>("examples add up", 1, L10Linear.Examples, "the slopes of W and b"),
            ],
            Hints =
            [
                "Draw two inputs and three outputs, and write W[0][2] on its arrow. Which way does it point?",
                "Output j adds up column j of W times the inputs. Back at input i, row i of W meets the three gradients. "
                + "The slope of one weight is the value at its tail times the gradient at its head.",
                "Forward: keep z, start with the bias, add w[i][j] * z[i] to result[j]. Backward: in the same two loops add "
                + "w[i][j] * g[j] to back[i] and seen[i] * g[j] to GradW[i][j]; and g[j] to GradB[j], once for each j.",
            ],
        },
        new("L10.b", "Tanh, and max in groups")
        {
            Signature = "double[][][] PlayUnits(int group, double[][] z, double[][] g)",
            Parts =
            [
                new Part<PlayUnits>("tanh", 1, L10Units.Tanh),
                new Part<PlayUnits>("max, forward", 1, L10Units.Forward),
                new Part<PlayUnits>("max, backward", 1, L10Units.Backward, "max, forward"),
                new Part<PlayUnits>("ties go to the first", 1, L10Units.Ties, "max, backward"),
                new Part<PlayUnits>("used again and again", 1, L10Units.Again, "tanh", "max, backward"),
            ],
            Hints =
            [
                "What does each of the two boxes have to remember from Forward? One of them needs places, not values.",
                "For a group look at its numbers one by one and remember the place of the best so far. When does a new one "
                + "take over, if ties go to the first?",
                "Group k begins at k * group. Start with that place as the best, so that negative numbers work, and let "
                + "another place win only if its number is larger. Backward: an array of zeros as long as the inputs, and "
                + "g[k] at the winner of group k. Tanh: g times 1 - output squared.",
            ],
        },
        new("L10.c", "A chain, and a fork with heads")
        {
            Signature = "double[][] PlayParts(string trunk, string[] heads, double[] z, double[] g)",
            Parts =
            [
                new Part<PlayParts>("a row, forward", 1, L10Parts.RowForward),
                new Part<PlayParts>("a row, backward", 1, L10Parts.RowBackward, "a row, forward"),
                new Part<PlayParts>("a fork, forward", 1, L10Parts.ForkForward, "a row, forward"),
                new Part<PlayParts>(
                    "a fork, backward", 1, L10Parts.ForkBackward, "a fork, forward", "a row, backward"),
                new Part<PlayParts>("trunk and heads against nudging", 1, L10Parts.Together, "a fork, backward"),
            ],
            Hints =
            [
                "In a row, what one part returns is what the next one gets. Which part is the next one on the way back?",
                "A fork forward copies a value. What did lesson 8 say about forks on the way back?",
                "Fork, forward: call each head with z, note how many numbers it returns, join them. Backward: cut g into "
                + "pieces of those lengths, call each head with its piece, and add up what they return, number by number.",
            ],
        },
        new("L10.d", "δ with a loss of its own")
        {
            Signature = "double[] HiddenDelta(double[][] W, double[] delta, double[] a, double lambda)",
            Parts =
            [
                new Part<HiddenDelta>("no penalty", 1, L10Hidden.NoPenalty),
                new Part<HiddenDelta>("the penalty alone", 2, L10Hidden.PenaltyAlone),
                new Part<HiddenDelta>("both together", 1, L10Hidden.Both, "no penalty", "the penalty alone"),
                new Part<HiddenDelta>("random layers against nudging", 1, L10Hidden.Layers, "both together"),
            ],
            Hints =
            [
                "What is the slope of |h| for a positive h, and for a negative one?",
                "At h two things meet: the sum that comes over the arrows, and lambda times the slope of |h|. What lies "
                + "between h and a?",
                "For each r: add up W[i][r] * delta[i]; add lambda or -lambda, by the sign of h; then multiply all of it by "
                + "1 - h squared, with h = tanh(a[r]).",
            ],
        },
    ];
}
