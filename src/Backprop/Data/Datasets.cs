namespace Backprop;

/// <summary>
/// Data to learn with: the tables of the lessons, and points, curves, sequences, digits and texts that are made by code
/// from a seed, the same on every machine. Nothing is downloaded.
/// </summary>
public static partial class Datasets
{
    private static readonly double[] Ages = [22, 25, 47, 52, 46, 56, 55, 60, 62, 61, 18, 28, 27, 29, 49];

    /// <summary>15 people: <c>age</c> in years, and <c>have_insurance</c> (1 = yes).</summary>
    public static Table Insurance { get; } = new(
        ("age", Ages),
        ("have_insurance", [0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 1]));

    /// <summary>13 people: <c>age</c> in years, <c>affordability</c> (1 = can afford it), and <c>have_insurance</c>
    /// (1 = yes).</summary>
    public static Table Affordability { get; } = new(
        ("age", Ages[..13]),
        ("affordability", [1, 0, 1, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0]),
        ("have_insurance", [0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0, 0]));

    /// <summary>6 houses: <c>area</c> in square feet, <c>bedrooms</c>, and <c>price</c> in thousands.</summary>
    public static Table HousePrices { get; } = new(
        ("area", [1200, 1500, 2100, 1100, 1300, 900]),
        ("bedrooms", [2, 3, 4, 3, 2, 1]),
        ("price", [70, 120, 230, 105, 90, 55]));

    /// <summary>Five points on the line y = 0.5 x − 1.5: <c>x</c>, <c>y</c>.</summary>
    public static Table FivePoints { get; } = new(("x", [2, 3, 5, 7, 9]), ("y", [-0.5, 0, 1, 2, 3]));

    /// <summary>Functions to differentiate by hand: <c>function</c>, <c>variable</c>, and <c>derivative</c>, the
    /// answer, as words.</summary>
    public static Table Derivatives { get; } = Words(
        ["function", "variable", "derivative"],
        ["2x⁴ − 7y²⁰ + z + 5", "x", "8x³"],
        ["2x⁴ − 7y²⁰ + z + 5", "y", "−140y¹⁹"],
        ["2x⁴ − 7y²⁰ + z + 5", "z", "1"],
        ["x − 3 + 2y", "x", "1"],
        ["x − 3 + 2y", "y", "2"],
        ["cos(x) sin(x)", "x", "cos²(x) − sin²(x)"],
        ["(x + 5)(x − 2)", "x", "2x + 3"],
        ["7", "x", "0"],
        ["9x", "x", "9"]);

    /// <summary>Logical AND, all four rows: <c>x1</c>, <c>x2</c>, <c>y</c>.</summary>
    public static Table And { get; } = Gate(0, 0, 0, 1);

    /// <summary>Logical OR, all four rows: <c>x1</c>, <c>x2</c>, <c>y</c>.</summary>
    public static Table Or { get; } = Gate(0, 1, 1, 1);

    /// <summary>Logical NAND, all four rows: <c>x1</c>, <c>x2</c>, <c>y</c>.</summary>
    public static Table Nand { get; } = Gate(1, 1, 1, 0);

    /// <summary>Exclusive or, all four rows: <c>x1</c>, <c>x2</c>, <c>y</c>. No single line separates its
    /// classes.</summary>
    public static Table Xor { get; } = Gate(0, 1, 1, 0);

    private static Table Gate(params double[] y) => new(("x1", [0, 0, 1, 1]), ("x2", [0, 1, 0, 1]), ("y", y));

    private static Table Words(string[] names, params string[][] rows) =>
        new([.. names.Select((name, c) => new TableColumn(name, null, [.. rows.Select(row => row[c])]))]);
}
