using Diagnose = System.Func<string[]>;
using Forge = System.Func<double[][], int, int, double[][]>;
using GanLosses = System.Func<double[], double[], double[]>;
using Turn = System.Func<double[], double[], double[], double[], double, double[]>;

namespace Backprop.Checks;

/// <summary>Lesson 19: the losses of both players, one turn, the ring of eight clouds, three patients. 18 points, and 2
/// for a text that a teacher reads.</summary>
public sealed class L19 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises => [Losses, OneTurn, TheRing, Patients];

    private static Exercise Losses => new("L19.a", "The losses of both players")
    {
        Signature = "double[] GanLosses(double[] real, double[] made)",
        Parts =
        [
            new Part<GanLosses>("the discriminator's loss", 2, L19Losses.Discriminator),
            new Part<GanLosses>("both losses of the generator", 2, L19Losses.Generator),
            new Part<GanLosses>("large logits, and the arrays stay", 1, L19Losses.Sure,
                "the discriminator's loss", "both losses of the generator"),
        ],
        Hints =
        [
            "Section 2 has a table with four rows. Which rows belong to which of the three numbers?",
            "Everything is a softplus of z or of -z. Softplus of a large z is z plus something tiny, so exp of a positive "
            + "number is never needed.",
            "Softplus(z) is max(z, 0) + ln(1 + exp(-|z|)). First: mean of softplus(-z) over real plus mean of softplus(z) "
            + "over made. Second: minus the latter mean. Third: mean of softplus(-z) over made.",
        ],
    };

    private static Exercise OneTurn => new("L19.b", "One turn")
    {
        Signature = "double[] Turn(double[] discriminator, double[] generator, double[] real, double[] noise, double rate)",
        Parts =
        [
            new Part<Turn>("the discriminator's step", 2, L19Turn.Discriminator),
            new Part<Turn>("the generator's step", 2, L19Turn.Generator, "the discriminator's step"),
            new Part<Turn>("the arrays stay as they are", 1, L19Turn.Untouched, "the discriminator's step"),
        ],
        Hints =
        [
            "Four numbers move, two in each step. Which of them may the first step change, and which w does the second "
            + "step see?",
            "Discriminator: the slope of its loss for a logit is D - 1 for a real number and D for a made one; times x for "
            + "w, times 1 for b. Generator: D - 1 for the logit, times w for x, times 1 for m and times z for s.",
            "Make all x = m + s z. Average (D - 1) x over real and D x over made; subtract rate times their sum from w, "
            + "the same without x from b. Compute D of the same x again with the new w and b. Average (D - 1) w for m and "
            + "(D - 1) w z for s, and subtract rate times that.",
        ],
    };

    private static Exercise TheRing => new("L19.c", "Forge the ring")
    {
        Signature = "double[][] Forge(double[][] real, int count, int seed)",
        Parts =
        [
            new Part<Forge>("new points, as many as asked", 1, L19Ring.NewPoints) { Patience = L19Ring.Patience },
            new Part<Forge>("most points lie near a mode", 1, L19Ring.NearModes, "new points, as many as asked")
                { Patience = L19Ring.Patience },
            new Part<Forge>("six of eight modes, three seeds", 3, L19Ring.Modes, "new points, as many as asked")
                { Patience = L19Ring.Patience },
        ],
        Hints =
        [
            "Section 4 has everything: the two networks, the two optimizers, the turn. What comes from the arguments here?",
            "A generator with Tanh between its layers, both optimizers Adam with rate 0.002 and Beta1 = 0.5, one step each "
            + "per turn: that reaches all eight modes in some hundred turns.",
            "Seed. Data tensor [n, 2]. A Gan with noise 2. 500 turns: a random batch of 128 rows, DiscriminatorLoss, its "
            + "step; clear the generator's slopes, GeneratorLoss(128), its step; clear the discriminator's slopes. Then "
            + "Sample(count), Detach, ToArray, Chunk(2).",
        ],
    };

    private static Exercise Patients => new("L19.d", "Three patients")
    {
        Signature = "string[] Diagnose()",
        Parts =
        [
            new Part<Diagnose>("run A", 1, (answer, _) => L19Patients.Fault(answer, 0)),
            new Part<Diagnose>("run B", 1, (answer, _) => L19Patients.Fault(answer, 1)),
            new Part<Diagnose>("run C", 1, (answer, _) => L19Patients.Fault(answer, 2)),
        ],
        Hints =
        [
            "Read one column at a time. In which run does the spread stay, in which is it small, in which does D(real) "
            + "never change?",
            "Three questions: does the discriminator learn (D(real) apart from D(made), or changing)? Do the points move? "
            + "Are they in one heap?",
            "A discriminator that learns nothing gives real points the same D in all rows. A generator that gets no slope "
            + "leaves spread and middle as they are. A heap that jumps has a small spread and a middle that changes.",
        ],
    };
}
