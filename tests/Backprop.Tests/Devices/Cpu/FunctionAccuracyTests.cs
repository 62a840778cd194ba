using System.Globalization;
using Backprop.Ops;
using static Backprop.Ops.Formula;

namespace Backprop.Tests;

/// <summary>How far emitted functions are from the true value, in units of the last place: the table in
/// docs/numerics.md, measured again.</summary>
[NeedsAvx2]
public sealed class FunctionAccuracyTests
{
    private const int Points = 20_000;

    private static readonly CpuDevice Device = new(256);
    private static readonly Formula X = Input(0);

    private sealed record Function(Formula Formula, Func<Twofold, Twofold> Exact, double Low, double High);

    private static readonly Dictionary<string, Function> Functions = new()
    {
        ["exp"] = new(Formula.Exp(X), Twofold.Exp, -87, 88.7),
        ["expm1"] = new(Expm1(X), Twofold.Expm1, -30, 88.7),
        ["log"] = new(Formula.Log(X), Twofold.Log, 0, 100),
        ["log1p"] = new(Log1p(X), Twofold.Log1p, -0.999, 100),
        ["sqrt"] = new(Formula.Sqrt(X), Twofold.Sqrt, 0, 100),
        ["pow 2.5"] = new(Pow(X, 2.5), x => Twofold.Pow(x, 2.5), 0, 100),
        ["sin"] = new(Formula.Sin(X), Twofold.Sin, -100, 100),
        ["cos"] = new(Formula.Cos(X), Twofold.Cos, -100, 100),
        ["tanh"] = new(Formula.Tanh(X), Twofold.Tanh, -12, 12),
        ["sigmoid"] = new(Formula.Sigmoid(X), Twofold.Sigmoid, -80, 30),
        ["erf"] = new(Erf(X), Twofold.Erf, -5, 5),
        ["Φ (normal distribution)"] = new(NormalCdf(X), Twofold.NormalCdf, -37, 8),
        ["softplus"] = new(new Ops.Softplus(1).ForwardFormula, x => Twofold.Log1p(Twofold.Exp(x)), -80, 30),
        ["silu"] = new(Ops.Silu.Instance.ForwardFormula, x => x * Twofold.Sigmoid(x), -80, 30),
        ["gelu"] = new(Ops.Gelu.Instance.ForwardFormula, x => x * Twofold.NormalCdf(x), -12, 8),
        ["gelu (tanh)"] = new(GeluTanh.Instance.ForwardFormula, TanhGelu, -1, 8),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [DeviceTheory]
    [MemberData(nameof(Names))]
    public void A_function_stays_within_the_bounds_of_the_table_which_are_not_much_larger_than_needed(string name)
    {
        double single = Worst(name, DType.Float32), twice = Worst(name, DType.Float64);
        var (singleBound, twiceBound) = Table()[name];
        string measured = string.Create(CultureInfo.InvariantCulture, $"{name}: {single:F2} and {twice:F2} ulp");
        Assert.True(single <= singleBound && twice <= twiceBound, $"{measured} measured, {singleBound} and {twiceBound} stated.");
        Assert.True(single >= singleBound / 2 && twice >= twiceBound / 2, $"{measured}: the table states twice that. Correct it.");
    }

    [Fact]
    public void The_table_has_every_function() =>
        Assert.Equal(Functions.Keys.Order(StringComparer.Ordinal), Table().Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_reference_keeps_thirty_digits()
    {
        Near(Twofold.Exp(Twofold.Log(3)), 3);
        Near(Twofold.Log1p(Twofold.Expm1(1e-5)), 1e-5);
        Near(Twofold.Sin(2.5) * Twofold.Sin(2.5) + Twofold.Cos(2.5) * Twofold.Cos(2.5), 1);
        Near(Twofold.Sqrt(2) * Twofold.Sqrt(2), 2);
        Near(Twofold.Tanh(0.7), 2 * Twofold.Sigmoid(1.4) - 1);
        // Abramowitz and Stegun, tables 7.1 and 1.1, with more digits.
        Near(Twofold.Erf(1), new Twofold(0.8427007929497149, -2.4801011789118602e-17));
        Near(Twofold.NormalCdf(-12), new Twofold(1.776482112077679e-33, -4.0152796184693646e-50));
        Near(Twofold.Exp(1), new Twofold(2.718281828459045, 1.4456468917292502e-16));

        static void Near(Twofold a, Twofold b) => Assert.True(Math.Abs((a - b).High) <= 1e-30 * Math.Abs(b.High));
    }

    private static double Worst(string name, DType dtype)
    {
        var function = Functions[name];
        double[] x = [.. Arguments(function).Select(v => dtype == DType.Float32 ? (float)v : v)];
        var argument = Device.Empty([x.Length], dtype);
        if (dtype == DType.Float32)
            Device.Write<float>([.. x.Select(v => (float)v)], argument);
        else
            Device.Write<double>(x, argument);
        var y = Device.Empty([x.Length], dtype);
        Device.Map(new Program(1, 0, function.Formula), [y], [argument]);
        double[] actual = dtype == DType.Float32 ? [.. y.ToArray<float>().Select(v => (double)v)] : y.ToArray<double>();
        double worst = 0;
        for (int i = 0; i < x.Length; i++)
        {
            var exact = function.Exact(x[i]);
            worst = Math.Max(worst, Math.Abs((actual[i] - exact).High) / Ulp(exact.High, dtype));
        }
        return worst;
    }

    private static double Ulp(double value, DType dtype)
    {
        double size = Math.Abs(value);
        return dtype == DType.Float32
            ? Math.Max((double)MathF.BitIncrement((float)size) - (float)size, float.Epsilon)
            : Math.BitIncrement(size) - size;
    }

    private static Twofold TanhGelu(Twofold x)
    {
        var bend = Twofold.Tanh(Twofold.Sqrt(2 / new Twofold(3.141592653589793, 1.2246467991473532e-16)) * (x + 0.044715 * x * x * x));
        return x * 0.5 * (1 + bend);
    }

    // Half evenly spread, half over all sizes down to tiny numbers.
    private static IEnumerable<double> Arguments(Function f)
    {
        var random = new Random(1);
        for (int i = 0; i < Points; i++)
        {
            double u = random.NextDouble();
            if (i % 2 == 0)
                yield return f.Low + u * (f.High - f.Low);
            else
                yield return Math.Exp(Math.Log(1e-30) * u) * (f.Low < 0 && i % 4 == 1 ? Math.Max(f.Low, -1) : 1);
        }
    }

    /// <summary>The bounds that docs/numerics.md states, float32 and float64.</summary>
    private static Dictionary<string, (double Single, double Twice)> Table()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Clone(), "docs", "numerics.md"));
        return lines.Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 6 && double.TryParse(cells[3], CultureInfo.InvariantCulture, out _))
            .ToDictionary(cells => cells[1], cells => (Number(cells[3]), Number(cells[4])));

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static string Clone()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Course.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Run tests in a clone: there is no Course.sln above.");
        return folder;
    }
}
