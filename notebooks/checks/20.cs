using Attention = System.Func<double[][], double[][], double[][], bool, double[][]>;
using MultiHead = System.Func<double[][], double[][], double[][], int, double[][]>;
using ResidualLayer = System.Func<double[], double[][], double[], double[], (double[] Y, double[] Dx)>;
using TrainAndAsk = System.Func<string, string[], int, double[][]>;

namespace Backprop.Checks;

/// <summary>Lesson 20: attention, several heads, a residual layer, a small GPT. 20 points.</summary>
public sealed class L20 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L20.a", "Attention")
        {
            Signature = "double[][] Attention(double[][] Q, double[][] K, double[][] V, bool causal)",
            Parts =
            [
                new Part<Attention>("without a mask", 2, L20Attention.Open),
                new Part<Attention>("causal", 2, L20Attention.Causal, "without a mask"),
                new Part<Attention>("the future changes nothing, the arrays stay", 1, L20Attention.Leak, "causal"),
                new Part<Attention>("large scores", 1, L20Attention.Large, "without a mask"),
            ],
            Hints =
            [
                "Take one query alone. How many scores has it, and what do you do with them before they meet the values?",
                "For each query: dot products with the keys, divided by the root of a key's length; softmax of these; then a "
                + "weighted sum of the rows of V. With the mask there are fewer keys to look at.",
                "Query i: scores[j] for j from 0 to the last key (or to i, if causal). exp(score minus the largest score). The "
                + "result's column c is the sum over j of share[j] * V[j][c].",
            ],
        },
        new("L20.b", "A residual layer, forward and back")
        {
            Signature = "(double[] Y, double[] Dx) Residual(double[] x, double[][] W, double[] b, double[] dy)",
            Parts =
            [
                new Part<ResidualLayer>("forward", 1, L20Residual.Forward),
                new Part<ResidualLayer>("backward", 2, L20Residual.Backward, "forward"),
                new Part<ResidualLayer>("nudges, zero weights, and the arrays stay", 1, L20Residual.Nudged, "backward"),
            ],
            Hints =
            [
                "Which two ways lead from x to y? What does each of them do to dy on the way back?",
                "Past the layer, dy arrives as it is. Through the layer it is stopped where ReLU was 0, and then every row of W "
                + "spreads it over the inputs.",
                "Start dx as a copy of dy. For each row r with a positive sum add dy[r] * W[r][k] to dx[k], for all k.",
            ],
        },
        new("L20.c", "Several heads")
        {
            Signature = "double[][] MultiHead(double[][] Q, double[][] K, double[][] V, int heads)",
            Parts =
            [
                new Part<MultiHead>("one head", 1, L20Heads.One),
                new Part<MultiHead>("two heads", 2, L20Heads.Two, "one head"),
                new Part<MultiHead>("any number of heads, and the arrays stay", 2, L20Heads.Many, "two heads"),
            ],
            Hints =
            [
                "Which columns belong to head h if each head has `size` of them?",
                "Head h takes the columns from h * size up to (h + 1) * size of Q, K and V, and does attention as if nothing else "
                + "existed. What is the length of a key there?",
                "Write attention as a function of three tables. Call it once per head with the cut tables, and append its rows to "
                + "the rows that you have so far.",
            ],
        },
        new("L20.d", "Train a GPT")
        {
            Signature = "double[][] TrainAndAsk(string text, string[] prompts, int steps)",
            Parts =
            [
                new Part<TrainAndAsk>("a new model", 1, L20Training.New) { Patience = TimeSpan.FromSeconds(60) },
                new Part<TrainAndAsk>("40 steps: it learns", 2, L20Training.Learns, "a new model")
                {
                    Patience = TimeSpan.FromSeconds(120),
                },
                new Part<TrainAndAsk>("120 steps: better than counting", 2, L20Training.BeatsCounting, "40 steps: it learns")
                {
                    Patience = TimeSpan.FromSeconds(240),
                },
            ],
            Hints =
            [
                "Section 8 has the loop. Which line there says what the model should predict?",
                "One step: random pieces of the text as input, the same pieces one letter further on as target; scores, "
                + "cross-entropy, ZeroGrad, Backward, Step. Afterwards one forward pass per prompt.",
                "scores.Reshape(-1, letters.Count).CrossEntropy(targets) is the loss. For a prompt: forward of [1, length], take "
                + "[0, ^1], the last position, and its Softmax.",
            ],
        },
    ];
}
