using Clip = System.Func<double[][], double, double[][]>;
using FirstBits = System.Func<double[][], int[], double[][], int[]>;
using LstmStep = System.Func<double, double, double, double[], double[], double[], double, double,
    (double H, double C, double DX, double DH, double DC)>;
using RnnBack = System.Func<double[], double, double, double, (double[] H, double DWx, double DWh, double DB)>;

namespace Backprop.Checks;

/// <summary>Lesson 17: slopes through time, clipping, a step of an LSTM, the first bit. 20 points.</summary>
public sealed class L17 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L17.a", "Through time and back")
        {
            Signature = "(double[] H, double DWx, double DWh, double DB) RnnBack(double[] x, double wx, double wh, double b)",
            Parts =
            [
                new Part<RnnBack>("the states", 1, L17Time.States),
                new Part<RnnBack>("slopes over one step", 1, L17Time.OneStep, "the states"),
                new Part<RnnBack>("slopes over two steps", 1, L17Time.TwoSteps, "slopes over one step"),
                new Part<RnnBack>("ten steps, by nudging", 2, L17Time.TenSteps, "slopes over two steps"),
            ],
            Hints =
            [
                "Section 3 lists five steps. Which of them happen once, and which at every step?",
                "Go through the steps from the last to the first with one number in your hand: the slope that arrives at h of "
                + "this step. It starts at 1.",
                "At step t: delta is what arrives times 1 - h[t] squared. Add delta times x[t], delta times the h before, and "
                + "delta itself to the three sums. What arrives at the step before is delta times wh.",
            ],
        },
        new("L17.d", "Clip")
        {
            Signature = "double[][] Clip(double[][] gradients, double max)",
            Parts =
            [
                new Part<Clip>("long gradients get shorter", 2, L17Clip.Long),
                new Part<Clip>("short ones and zeros stay", 1, L17Clip.Short, "long gradients get shorter"),
                new Part<Clip>("the cliff", 1, L17Clip.Cliff, "short ones and zeros stay"),
            ],
            Hints =
            [
                "How many norms does a network with three parameters have: three, or one?",
                "First look at all numbers of all arrays and find one length. Then decide, once. Then go through all numbers "
                + "again.",
                "Add up the squares of all numbers in all arrays and take the root. If it is larger than max, the factor is "
                + "max divided by it, else 1. Return new arrays with every number times the factor.",
            ],
        },
        new("L17.b", "One LSTM step, there and back")
        {
            Signature = "(double H, double C, double DX, double DH, double DC) LstmStep(double x, double h, double c, "
                + "double[] wx, double[] wh, double[] b, double slopeH, double slopeC)",
            Parts =
            [
                new Part<LstmStep>("forward: the memory", 1, L17Lstm.Memory),
                new Part<LstmStep>("forward: the output", 1, L17Lstm.Output, "forward: the memory"),
                new Part<LstmStep>("back to the old memory", 2, L17Lstm.BackToMemory, "forward: the output"),
                new Part<LstmStep>("back to x and h", 2, L17Lstm.BackToInputs, "back to the old memory"),
            ],
            Hints =
            [
                "Write down every line of the forward pass. From which lines does the new c get a slope?",
                "First the slope that arrives at the new c: slopeC, and slopeH through o and the tanh. From there one step "
                + "back to f, to the old c, to i and to g; o gets its slope from h alone.",
                "Each of the four sums has a delta: the slope of its gate times the gate's own derivative. DX adds delta times "
                + "wx over the four, DH adds delta times wh, and DC is what arrived at the new c, times f.",
            ],
        },
        new("L17.c", "Remember the first bit")
        {
            Signature = "int[] FirstBits(double[][] sequences, int[] labels, double[][] unknown)",
            Parts =
            [
                new Part<FirstBits>("10 steps, labels turned round", 2, L17Bits.Short)
                {
                    Patience = TimeSpan.FromSeconds(60),
                },
                new Part<FirstBits>("50 steps", 3, L17Bits.Long, "10 steps, labels turned round")
                {
                    Patience = TimeSpan.FromSeconds(60),
                },
            ],
            Hints =
            [
                "Which of the two networks of section 6 held the bit, and what was done to it before the training began?",
                "An LSTM with open forget gates, a layer that reads the last state, clipping, and enough epochs. Print the loss "
                + "of each epoch: it stays near 0.69 for a while and then falls.",
                "Copy what `OpenLstm`, `Reader` and `Race` do into your function, train on `x` and `y`, and return "
                + "`net.Forward(news).ArgMax(1).ToArray<int>()`. Eight epochs with the rate 0.02 are enough.",
            ],
        },
    ];
}
