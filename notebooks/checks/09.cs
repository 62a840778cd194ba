using Grads = System.Func<double[][], double[], double[][], double[], double[][], double[],
    (double[][] W1, double[] B1, double[][] W2, double[] B2)>;
using HiddenDelta = System.Func<double[][], double[], double[], string, double[]>;
using OutputDelta = System.Func<double[], double[], string, string, double[]>;
using Play = System.Func<double[], double[], double[], double[], double[], int>;

namespace Backprop.Checks;

/// <summary>Lesson 9: the blame at the output, one layer back, all gradients of a batch, the detective. 20 points.</summary>
public sealed class L09 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L09.a", "The blame at the output")
        {
            Signature = "double[] OutputDelta(double[] a, double[] t, string unit, string loss)",
            Parts =
            [
                new Part<OutputDelta>("linear, squared error", 1, L09Output.Linear),
                new Part<OutputDelta>("sigmoid, log loss", 1, L09Output.SigmoidLog),
                new Part<OutputDelta>("sigmoid, squared error", 1, L09Output.SigmoidSquared),
                new Part<OutputDelta>("softmax, cross-entropy", 2, L09Output.Softmax),
            ],
            Hints =
            [
                "Two of the four pairs have the same short answer, and section 2 found it. Which two?",
                "First make h from a, for the unit that is asked for. Then ask of the loss: what is its slope for h? And "
                + "which slope of the unit comes behind it, if it has not cancelled?",
                "Compute h. Take h - t. For the squared error multiply by 2; if the unit is a sigmoid as well, also by "
                + "h (1 - h). For the log loss and for softmax you are done.",
            ],
        },
        new("L09.b", "One layer back")
        {
            Signature = "double[] HiddenDelta(double[][] W, double[] delta, double[] a, string activation)",
            Parts =
            [
                new Part<HiddenDelta>("linear: the sum over the arrows", 2, L09Hidden.Linear),
                new Part<HiddenDelta>("sigmoid", 1, L09Hidden.Sigmoid, "linear: the sum over the arrows"),
                new Part<HiddenDelta>("tanh", 1, L09Hidden.Tanh, "linear: the sum over the arrows"),
                new Part<HiddenDelta>("relu", 1, L09Hidden.Relu, "linear: the sum over the arrows"),
                new Part<HiddenDelta>(
                    "random layers against nudging", 1, L09Hidden.Layers, "sigmoid", "tanh", "relu"),
            ],
            Hints =
            [
                "Stand on node r of this layer. Which arrows leave it, and where in W are their weights?",
                "Two things after each other: a sum over the nodes of the next layer, and one factor that knows only a[r].",
                "For each r start a sum at 0 and add W[i][r] * delta[i] for each i. Then multiply by 1, s (1 - s) with "
                + "s = sigma(a[r]), 1 - tanh squared, or 1 or 0 for relu.",
            ],
        },
        new("L09.c", "All gradients of a network, for a batch")
        {
            Signature = "(double[][] W1, double[] B1, double[][] W2, double[] B2) Grads(double[][] X, double[] t, "
                + "double[][] W1, double[] b1, double[][] W2, double[] b2)",
            Parts =
            [
                new Part<Grads>("the output layer, one example", 1, L09Network.Output),
                new Part<Grads>("the hidden layer, one example", 2, L09Network.Hidden, "the output layer, one example"),
                new Part<Grads>("a batch", 1, L09Network.Batch, "the hidden layer, one example"),
                new Part<Grads>("random networks against nudging", 1, L09Network.Networks, "a batch"),
            ],
            Hints =
            [
                "Do one example with paper first: the example in the statement has a forward pass of two lines.",
                "At the output delta is y - t. Times h it is the slope of W2, alone it is the slope of b2. Back over W2, "
                + "and times 1 - h squared, it is the delta of a hidden node; the same two sentences hold there.",
                "For each example: h, y, delta. Add delta * h[r] to dW2[0][r] and delta to dB2. For each hidden node: "
                + "hidden = (1 - h squared) * W2[0][r] * delta; add hidden * x[k] to dW1[r][k] and hidden to dB1[r]. "
                + "Divide everything by the number of examples.",
            ],
        },
        new("L09.d", "The detective")
        {
            Signature = "int Suspect(Func<double[], double> loss, double[] w, double[] claimed)",
            Parts =
            [
                new Part<Play>("one wrong slope", 1, L09Suspect.One),
                new Part<Play>("nothing wrong", 1, L09Suspect.Nothing, "one wrong slope"),
                new Part<Play>("small slopes, large slopes", 1, L09Suspect.Sizes, "one wrong slope"),
                new Part<Play>("the weights stay as they are", 1, L09Suspect.Untouched, "one wrong slope"),
            ],
            Hints =
            [
                "A slope by nudging needs the loss at two places. In what do the two arrays differ, and from w?",
                "Keep two things while you go through the weights: the largest disagreement so far, and where it was. "
                + "With which value do you start so that small disagreements are ignored?",
                "For each i copy w twice, add 1e-5 to one copy at i and subtract it from the other. Divide the difference "
                + "of the losses by 2e-5. Compare with claimed[i] by the formula, and remember i if it beats the best.",
            ],
        },
    ];
}
