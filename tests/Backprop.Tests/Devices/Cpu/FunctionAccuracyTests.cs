using Backprop.Ops;
using static Backprop.Ops.Formula;

namespace Backprop.Tests;

/// <summary>How far emitted functions are from the true value, in units of the last place.</summary>
[NeedsAvx2]
public sealed class FunctionAccuracyTests
{
    private const int Points = 200_000;

    private static readonly CpuDevice Device = new(256);

    private sealed record Function(Func<Formula, Formula> Formula, Func<double, double> Exact, double Low, double High);

    private static readonly Dictionary<string, Function> Functions = new()
    {
        ["exp"] = new(Exp, Math.Exp, -87, 88.7),
        ["expm1"] = new(Expm1, SpecialFunctions.Expm1, -30, 88.7),
        ["log"] = new(Log, Math.Log, 0, 100),
        ["log1p"] = new(Log1p, SpecialFunctions.Log1p, -0.999, 100),
        ["tanh"] = new(Backprop.Ops.Formula.Tanh, Math.Tanh, -12, 12),
        ["sigmoid"] = new(Backprop.Ops.Formula.Sigmoid, x => 1 / (1 + Math.Exp(-x)), -80, 30),
        ["erf"] = new(Erf, SpecialFunctions.Erf, -5, 5),
        ["sin"] = new(Sin, Math.Sin, -100, 100),
        ["cos"] = new(Cos, Math.Cos, -100, 100),
    };

    [DeviceTheory]
    [InlineData("exp", 1.1)]
    [InlineData("expm1", 1.6)]
    [InlineData("log", 1.0)]
    [InlineData("log1p", 1.5)]
    [InlineData("tanh", 2.5)]
    [InlineData("sigmoid", 2.5)]
    [InlineData("erf", 1.5)]
    [InlineData("sin", 1.0)]
    [InlineData("cos", 1.0)]
    public void In_float32_a_function_stays_within_its_bound(string name, double bound)
    {
        var function = Functions[name];
        float[] x = [.. Arguments(function).Select(v => (float)v)];
        var y = Device.Empty([x.Length]);
        Device.Map(new Program(1, 0, function.Formula(Input(0))), [y], [Device.Of(new Shape(x.Length), x)]);
        float[] actual = y.ToArray<float>();
        double worst = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double exact = function.Exact(x[i]);
            double ulp = Math.Max(MathF.BitIncrement(Math.Abs((float)exact)) - Math.Abs((float)exact), float.Epsilon);
            worst = Math.Max(worst, Math.Abs(actual[i] - exact) / ulp);
        }
        Assert.InRange(worst, 0, bound);
    }

    // What is compared with is itself off by up to 1 (exp, log and kin) or 4 (erf).
    [DeviceTheory]
    [InlineData("exp", 2)]
    [InlineData("expm1", 4)]
    [InlineData("log", 2)]
    [InlineData("log1p", 4)]
    [InlineData("tanh", 3)]
    [InlineData("sigmoid", 3)]
    [InlineData("erf", 6)]
    [InlineData("sin", 2)]
    [InlineData("cos", 2)]
    public void In_float64_a_function_stays_within_its_bound(string name, double bound)
    {
        var function = Functions[name];
        double[] x = [.. Arguments(function)];
        var y = Device.Empty([x.Length], DType.Float64);
        Device.Map(new Program(1, 0, function.Formula(Input(0))), [y], [Device.Of(new Shape(x.Length), x)]);
        double[] actual = y.ToArray<double>();
        double worst = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double exact = function.Exact(x[i]);
            double ulp = Math.BitIncrement(Math.Abs(exact)) - Math.Abs(exact);
            worst = Math.Max(worst, Math.Abs(actual[i] - exact) / ulp);
        }
        Assert.InRange(worst, 0, bound);
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
}
