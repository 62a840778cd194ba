using static Backprop.PlotData;

namespace Backprop;

/// <summary>The points that an optimizer visits on a function of two numbers, float64, the start first.</summary>
internal sealed class DescentPath
{
    private readonly List<double> x = [];
    private readonly List<double> y = [];
    private readonly List<double> losses = [];

    private DescentPath(Optimizer optimizer)
    {
        Name = optimizer.GetType().Name;
        Settings = SettingsOf(optimizer);
    }

    /// <summary>What the optimizer is called.</summary>
    public string Name { get; }

    /// <summary>Its rate and momentum.</summary>
    public string Settings { get; }

    /// <summary>Both, for sentences about several.</summary>
    public string FullName => $"{Name} ({Settings})";

    /// <summary>The first coordinate of each point.</summary>
    public IReadOnlyList<double> X => x;

    /// <summary>The second coordinate of each point.</summary>
    public IReadOnlyList<double> Y => y;

    /// <summary>The loss at each point.</summary>
    public IReadOnlyList<double> Losses => losses;

    /// <summary>True where the last point is one.</summary>
    public bool IsFinite => double.IsFinite(x[^1]) && double.IsFinite(y[^1]);

    /// <summary>The loss on the way and at the end.</summary>
    public string Summary
    {
        get
        {
            int third = (losses.Count - 1) / 3;
            string onTheWay = third > 0 ? Invariant($"loss after {third}: {Number(losses[third])}, ") : "loss ";
            return onTheWay + Invariant($"after {losses.Count - 1}: {Number(losses[^1])}");
        }
    }

    /// <summary>Walks.</summary>
    public static DescentPath Walk(
        Func<Tensor, Tensor, Tensor> f,
        (double X, double Y) from,
        int steps,
        Func<IReadOnlyList<Tensor>, Optimizer> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        Tensor x = Tensor.From([from.X], [1], DType.Float64).RequireGrad();
        Tensor y = Tensor.From([from.Y], [1], DType.Float64).RequireGrad();
        Optimizer optimizer = make([x, y]);
        var path = new DescentPath(optimizer);
        for (int step = 0; step < steps; step++)
        {
            (double atX, double atY) = (x.Item(), y.Item());
            path.Add(atX, atY, optimizer.Step(() => f(x, y).Sum()).Item());
            Interruption.ThrowIfRequested();
        }
        using IDisposable scope = Functional.NoGrad();
        path.Add(x.Item(), y.Item(), f(x, y).Sum().Item());
        return path;
    }

    /// <summary>
    /// The part of the plane that shows all paths with a margin. One that leaves is followed to three times the
    /// distance of the start from 0.
    /// </summary>
    public static ((double, double) X, (double, double) Y) Window(IReadOnlyList<DescentPath> paths)
    {
        double reach = 3 * Math.Max(1, Math.Max(Math.Abs(paths[0].X[0]), Math.Abs(paths[0].Y[0])));
        (double, double) x = Ends(paths.SelectMany(p => p.X), reach);
        (double, double) y = Ends(paths.SelectMany(p => p.Y), reach);
        return (Padded(x, y), Padded(y, x));
    }

    private void Add(double atX, double atY, double loss)
    {
        x.Add(atX);
        y.Add(atY);
        losses.Add(loss);
    }

    private static (double From, double To) Ends(IEnumerable<double> values, double reach)
    {
        double[] near = [.. values.Where(v => Math.Abs(v) <= reach)];
        return (near.Min(), near.Max());
    }

    // No axis shorter than a third of the other one, so that a straight path has ground around it.
    private static (double From, double To) Padded((double From, double To) own, (double From, double To) other)
    {
        double span = Math.Max(own.To - own.From, Math.Max((other.To - other.From) / 3, 0.1));
        double middle = (own.From + own.To) / 2;
        return (middle - (span * 0.65), middle + (span * 0.65));
    }

    private static string SettingsOf(Optimizer optimizer)
    {
        double momentum = optimizer switch
        {
            Sgd sgd => sgd.Momentum,
            Nesterov nesterov => nesterov.Momentum,
            _ => 0,
        };
        string more = momentum > 0 ? $", momentum {Number(momentum)}" : "";
        return $"rate {Number(optimizer.LearningRate)}{more}";
    }
}
