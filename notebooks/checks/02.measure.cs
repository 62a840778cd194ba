using static Backprop.Checks.Numbers;
using OnPolynomial = System.Func<double[], double, double, (double Slope, double[] Asked)>;
using Slopes = System.Func<double, double, double[]>;

namespace Backprop.Checks;

/// <summary>L02.a: a slope from two places. Polynomials stand for the function, so that only numbers cross over.</summary>
internal static class L02Measure
{
    public static string? Cube(OnPolynomial measure, Random random)
    {
        // A cube bends on both sides, so every usual mistake gives a number of its own.
        if (Fault(measure, [0, 0, 0, 1], 2, 0.1) is { } fault)
            return fault;
        for (int trial = 0; trial < 6; trial++)
            if (Fault(measure, [0, 0, 0, 1], Pick(random, 0.5, 3), Step(random)) is { } other)
                return other;
        return null;
    }

    public static string? Polynomials(OnPolynomial measure, Random random)
    {
        for (int trial = 0; trial < 20; trial++)
            if (Fault(measure, Pick(random, 5, -3, 3), Pick(random, -2, 2), Step(random)) is { } fault)
                return fault;
        return null;
    }

    public static string? TwoCalls(OnPolynomial measure, Random random)
    {
        double x = Math.Round(Pick(random, 0.5, 2), 2), h = 0.25;
        double[] asked = measure([1, 2, 3, 4], x, h).Asked;
        return asked.Length == 2
            ? null
            : $"your function called f {asked.Length} times, at {Text(asked)}. The two places {Text(x + h)} and {Text(x - h)} "
                + "are enough.";
    }

    private static string? Fault(OnPolynomial measure, double[] c, double x, double h)
    {
        double got = measure([.. c], x, h).Slope, want = (At(c, x + h) - At(c, x - h)) / (2 * h);
        if (Near(got, want))
            return null;
        string name = c.SequenceEqual([0, 0, 0, 1]) ? "x cubed" : $"the polynomial with the coefficients {Text(c)}";
        return $"{name} at x = {Text(x)} with h = {Text(h)} should give {Text(want)}, yours is {Text(got)}."
            + Cause(got, want, c, x, h);
    }

    private static string Cause(double got, double want, double[] c, double x, double h)
    {
        double up = At(c, x + h), here = At(c, x), down = At(c, x - h);
        return got switch
        {
            _ when Near(got, (up - here) / h) => " That is the step to the right only. Go to the left as well.",
            _ when Near(got, (here - down) / h) => " That is the step to the left only. Go to the right as well.",
            _ when Near(got, 2 * want) => " Twice as much: the two places are 2h apart, so divide by 2h.",
            _ when Near(got, -want) => " The sign is turned: right minus left.",
            _ when Near(got, up - down) => " That is how far f moved. Divide by how far x moved.",
            _ when Near(got, (up - down) / 2 * h) => " In C#, a / 2 * h multiplies by h. Put 2 * h into brackets.",
            _ when Near(got, up - (down / (2 * h))) => " Only the second call was divided. Put the difference into brackets.",
            _ when Near(got, (At(c, x + (h / 2)) - At(c, x - (h / 2))) / h) =>
                " You stepped h / 2 to each side. Here it is h to each side.",
            _ when Near(got, Slope(c, x), 1e-5) => " That is the exact slope, or one with a step of your own. Use the h you are given.",
            _ when Near(got, here) => " That is the value of f, not its slope.",
            _ => "",
        };
    }

    private static double Step(Random random) => random.Next(1, 10) / 20.0;

    private static double At(double[] c, double t) => Enumerable.Reverse(c).Aggregate(0.0, (sum, a) => (sum * t) + a);

    private static double Slope(double[] c, double t) => c.Select((a, n) => n == 0 ? 0 : n * a * Math.Pow(t, n - 1)).Sum();
}

/// <summary>L02.b: the practice table, with what is taken for its answers.</summary>
internal static class L02Table
{
    private const int Count = 8;

    private sealed record Row(
        string Name, Func<double, double, double> Slope, (Func<double, double, double> Wrong, string Cause)[] Mistakes);

    private static readonly Row[] Rows =
    [
        new("2x⁴ - 7y²⁰ + z + 5, for x", (x, y) => 8 * Math.Pow(x, 3),
        [
            ((x, y) => (8 * Math.Pow(x, 3)) - (140 * Math.Pow(y, 19)), "The y term does not move when only x does: its slope is 0."),
            ((x, y) => 8 * Math.Pow(x, 4), "The exponent stayed: x⁴ becomes x³."),
            ((x, y) => 2 * Math.Pow(x, 3), "The exponent 4 comes to the front as a factor."),
            ((x, y) => 4 * Math.Pow(x, 3), "The factor 2 in front got lost."),
            ((x, y) => (8 * Math.Pow(x, 3)) + 1, "The 1 is the slope for z; here only x moves."),
        ]),
        new("2x⁴ - 7y²⁰ + z + 5, for y", (x, y) => -140 * Math.Pow(y, 19),
        [
            ((x, y) => 0, "That would be the slope of -7y⁰, the misprint. The exponent is 20."),
            ((x, y) => 140 * Math.Pow(y, 19), "The minus sign got lost."),
            ((x, y) => -140 * Math.Pow(y, 20), "The exponent stayed: y²⁰ becomes y¹⁹."),
            ((x, y) => -7 * Math.Pow(y, 19), "The exponent 20 comes to the front as a factor."),
            ((x, y) => -20 * Math.Pow(y, 19), "The factor 7 in front got lost."),
        ]),
        new("x - 3 + 2y, for x", (x, y) => 1,
        [
            ((x, y) => 3, "You added the slopes for x and for y. Only x moves."),
            ((x, y) => x, "The term x moves as far as x does: its slope is 1."),
            ((x, y) => x - 3 + (2 * y), "That is the value of the function, not its slope."),
            ((x, y) => -2, "The -3 does not move: its slope is 0."),
        ]),
        new("x - 3 + 2y, for y", (x, y) => 2,
        [
            ((x, y) => 3, "You added both slopes. Only y moves."),
            ((x, y) => 2 * y, "The slope of 2y is the 2; the y does not stay."),
        ]),
        new("cos(x) · sin(x)", (x, y) => Math.Cos(2 * x),
        [
            ((x, y) => -Math.Sin(x) * Math.Cos(x), "That is slope times slope. A product needs u′v + uv′."),
            ((x, y) => -Math.Cos(2 * x), "The sign is turned: the slope of the cosine is minus the sine, the slope of the sine is the cosine."),
            ((x, y) => 1, "Both terms were added with a plus, which makes 1. The slope of the cosine is minus the sine."),
            ((x, y) => Math.Cos(x) * Math.Sin(x), "That is the function itself, not its slope."),
            ((x, y) => Math.Cos(x) - Math.Sin(x), "That is the slope of a sum, sin + cos. Here there is a product."),
        ]),
        new("(x + 5)(x - 2)", (x, y) => (2 * x) + 3,
        [
            ((x, y) => 1, "That is slope times slope. A product needs u′v + uv′."),
            ((x, y) => 2, "That is the slope of the sum of both brackets. They are multiplied."),
            ((x, y) => (2 * x) + 7, "The second bracket is x minus 2."),
            ((x, y) => 2 * x, "The middle term, 3x, got lost when you multiplied out."),
            ((x, y) => (2 * x) - 7, "One bracket has the wrong sign: x + 5 and x - 2 are added."),
        ]),
        new("7", (x, y) => 0,
        [
            ((x, y) => 7, "7 is the value. A constant does not move."),
            ((x, y) => 1, "1 is the slope of x. There is no x here."),
        ]),
        new("9x", (x, y) => 9,
        [
            ((x, y) => 9 * x, "That is the function itself. One x more is always 9 more."),
            ((x, y) => 1, "The factor 9 stays."),
            ((x, y) => 0, "That would be a constant. This one moves with x."),
        ]),
    ];

    public static string? Fault(Slopes slopes, Random random, int from, int to)
    {
        for (int trial = 0; trial < 8; trial++)
        {
            double x = Math.Round(Pick(random, 1.1, 2), 2), y = Math.Round(Pick(random, 0.8, 1.2), 2);
            // Later trials go to the left of 0, where a wrong sign cannot hide.
            (x, y) = trial % 2 == 0 ? (x, y) : (-x, -y);
            double[]? got = slopes(x, y);
            if (got is null || got.Length != Count)
                return $"{got?.Length ?? 0} numbers came back; the table has {Count} rows.";
            for (int row = from; row < to; row++)
                if (!Near(got[row], Rows[row].Slope(x, y)))
                    return $"row {row}, {Rows[row].Name}, at ({Text(x)}, {Text(y)}): it should be "
                        + $"{Text(Rows[row].Slope(x, y))}, yours is {Text(got[row])}. {Cause(Rows[row], got[row], x, y)}".Trim();
        }
        return null;
    }

    private static string Cause(Row row, double got, double x, double y) =>
        row.Mistakes.Where(m => Near(got, m.Wrong(x, y))).Select(m => m.Cause).FirstOrDefault() ?? "";
}
