using OnPolynomial = System.Func<double[], double, double, (double Slope, double[] Asked)>;
using SigSigGrad = System.Func<double, double>;
using Slopes = System.Func<double, double, double[]>;
using TwoPaths = System.Func<double, double[]>;

namespace Backprop.Checks;

/// <summary>Lesson 2: a measured slope, the practice table, a chain of two sigmoids, two paths that join. 20 points.</summary>
public sealed class L02 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L02.a", "Measure a slope")
        {
            Signature = "double NumericalDerivative(Func<double, double> f, double x, double h)",
            Parts =
            [
                new Part<OnPolynomial>("x cubed", 2, L02Measure.Cube),
                new Part<OnPolynomial>("other polynomials", 2, L02Measure.Polynomials, "x cubed"),
                new Part<OnPolynomial>("two calls", 1, L02Measure.TwoCalls, "x cubed"),
            ],
            Hints =
            [
                "Section 2 shows two ways to step. Which one is asked for here, and how far apart are its two places?",
                "One place is h to the right of x, the other h to the left. How far is it from one to the other?",
                "Take f at x + h, subtract f at x - h, and divide all of that by 2h. Mind the brackets.",
            ],
        },
        new("L02.b", "The practice table")
        {
            Signature = "double[] Slopes(double x, double y)",
            Parts =
            [
                new Part<Slopes>("several letters (0 to 3)", 2, (slopes, random) => L02Table.Fault(slopes, random, 0, 4)),
                new Part<Slopes>("products (4 and 5)", 2, (slopes, random) => L02Table.Fault(slopes, random, 4, 6)),
                new Part<Slopes>("a constant and a line (6 and 7)", 1,
                    (slopes, random) => L02Table.Fault(slopes, random, 6, 8)),
            ],
            Hints =
            [
                "For each row: which letter moves? Cross out every term that does not contain it.",
                "A power gives its exponent away as a factor and keeps one less. A product needs two terms.",
                "Rows 0 and 1 each keep one term of the sum. Row 4: slope of the cosine times sine, plus cosine times slope of the "
                + "sine. Row 5: multiply out, or use the same rule.",
            ],
        },
        new("L02.c", "Sigmoid of a sigmoid")
        {
            Signature = "double SigSigGrad(double w)",
            Parts =
            [
                new Part<SigSigGrad>("a few places", 3, L02Sigmoids.Few),
                new Part<SigSigGrad>("random places", 1, L02Sigmoids.Anywhere, "a few places"),
                new Part<SigSigGrad>("far out", 1, L02Sigmoids.FarOut, "a few places"),
            ],
            Hints =
            [
                "Two machines, two slopes. At which number does each of the two work?",
                "If a sigmoid says s, its slope is s times (1 - s). Compute what both sigmoids say, first of all.",
                "Call the inner output s and the outer output t, where t is the sigmoid of s. Each gives one slope; multiply them.",
            ],
        },
        new("L02.d", "Two paths")
        {
            Signature = "double[] TwoPaths(double w)",
            Parts =
            [
                new Part<TwoPaths>("through the cosine", 2, (paths, random) => L02Paths.Fault(paths, random, 0)),
                new Part<TwoPaths>("through the sine", 2, (paths, random) => L02Paths.Fault(paths, random, 1)),
                new Part<TwoPaths>("the slope", 1, (paths, random) => L02Paths.Fault(paths, random, 2),
                    "through the cosine", "through the sine"),
            ],
            Hints =
            [
                "Draw the four nodes w, w squared, cosine, sine, and the node where both join. What stands on each arrow?",
                "Both paths begin with the same arrow, from w to its square. The second arrow is taken at the square of w.",
                "Cosine path: 2w times minus sine of w squared. The sine path is like it, with the slope of the sine. The last "
                + "number is what arrives where paths join.",
            ],
        },
    ];
}
