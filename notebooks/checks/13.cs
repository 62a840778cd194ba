using WalkAdaGrad = System.Func<double[], double[][], double, double[]>;
using WalkAdam = System.Func<double[], double[][], double, double, double, double[]>;
using WalkRms = System.Func<double[], double[][], double, double, double[]>;

namespace Backprop.Checks;

/// <summary>Lesson 13: Delta-bar-Delta, AdaGrad, RMSprop, Adam. 20 points.</summary>
public sealed class L13 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L13.d", "Delta-bar-Delta")
        {
            Signature = "double[] WalkDeltaBar(double[] w, double[][] slopes, double rate, double kappa, double phi)",
            Parts =
            [
                new Part<WalkAdam>("the first step", 1, L13DeltaBar.First),
                new Part<WalkAdam>("the sign stays", 1, L13DeltaBar.Same, "the first step"),
                new Part<WalkAdam>("the sign turns", 1, L13DeltaBar.Turns, "the first step"),
                new Part<WalkAdam>("a slope of 0", 1, L13DeltaBar.Zero, "the sign stays", "the sign turns"),
                new Part<WalkAdam>("many weights, many steps", 2, L13DeltaBar.Many, "the sign stays", "the sign turns"),
            ],
            Hints =
            [
                "What does each weight have to remember from one step to the next? There are two things.",
                "Multiply the slope by the slope before. What is the sign of the product if both agree, if they do not, and "
                + "if one of them is 0?",
                "Two arrays: the rates, all `rate` at first, and the last slopes, all 0 at first. For each step and weight: "
                + "change the rate by the sign of the product, move the weight, remember the slope.",
            ],
        },
        new("L13.a", "AdaGrad")
        {
            Signature = "double[] WalkAdaGrad(double[] w, double[][] slopes, double rate)",
            Parts =
            [
                new Part<WalkAdaGrad>("the first step", 1, L13AdaGrad.First),
                new Part<WalkAdaGrad>("several steps", 1, L13AdaGrad.Several, "the first step"),
                new Part<WalkAdaGrad>("several weights", 1, L13AdaGrad.Weights, "the first step"),
                new Part<WalkAdaGrad>("tiny slopes, and a hundred steps", 1, L13AdaGrad.Long, "several steps", "several weights"),
            ],
            Hints =
            [
                "How many sums are there, and when does a slope's square join its sum: before the step or after it?",
                "An array of sums, one for each weight, all 0 at first. Each step adds the square first and divides then.",
                "For each step and weight: sum[k] += slope squared; then subtract rate * slope / (root of sum[k] + 1e-8).",
            ],
        },
        new("L13.b", "RMSprop")
        {
            Signature = "double[] WalkRms(double[] w, double[][] slopes, double rate, double beta)",
            Parts =
            [
                new Part<WalkRms>("the first two steps", 1, L13Rms.First),
                new Part<WalkRms>("several steps", 2, L13Rms.Several, "the first two steps"),
                new Part<WalkRms>("several weights", 1, L13Rms.Weights, "several steps"),
            ],
            Hints =
            [
                "It is exercise 2 with one line changed. Which one?",
                "The new mean is a mixture: beta parts of the old mean, and the rest of the new square. How much is the rest?",
                "mean[k] = beta * mean[k] + (1 - beta) * slope * slope, then the same step as AdaGrad with mean in place of "
                + "sum.",
            ],
        },
        new("L13.c", "Adam")
        {
            Signature = "double[] WalkAdam(double[] w, double[][] slopes, double rate, double beta1, double beta2)",
            Parts =
            [
                new Part<WalkAdam>("the first step", 2, L13Adam.First),
                new Part<WalkAdam>("several steps", 2, L13Adam.Several, "the first step"),
                new Part<WalkAdam>("several weights", 1, L13Adam.Weights, "several steps"),
                new Part<WalkAdam>("other betas, tiny slopes", 1, L13Adam.Others, "several steps"),
            ],
            Hints =
            [
                "After one step m is (1 - beta1) times the slope. By what do you have to divide it to get the slope back?",
                "Four numbers per weight and step: m, v, and both with a hat. Only m and v are kept; the hats are made fresh "
                + "each time, with t counted from 1.",
                "m and v as moving averages of slope and slope squared; mHat = m / (1 - beta1 to the power t), vHat likewise "
                + "with beta2; subtract rate * mHat / (root of vHat + 1e-8).",
            ],
        },
    ];
}
