using System.Globalization;

namespace Backprop;

/// <summary>
/// A quasi-Newton method for small problems without noise: from the last gradients it estimates the curvature in every
/// direction and steps to where the slope should be 0. The loss is computed several times a step, on all data:
/// <c>optimizer.Step(() =&gt; net.Forward(x).Mse(y))</c>.
/// </summary>
/// <remarks>
/// A call of <see cref="Step(Func{Tensor})"/> makes up to <see cref="MaxIterations"/> steps of its own. Defaults as
/// PyTorch, except that <see cref="LineSearch"/> is on. All vectors are float64. Liu and Nocedal 1989.
/// </remarks>
/// <param name="parameters">What to optimize; all are seen as one vector.</param>
public sealed class Lbfgs(IEnumerable<Tensor> parameters) : Optimizer(parameters, 1)
{
    private readonly CurvatureHistory history = new();
    private FlatParameters? flat;
    private Tensor? direction, lastGradient;
    private double length;
    private int evaluations;

    /// <summary>The most steps in one call.</summary>
    public int MaxIterations { get; init => field = Options.AtLeastOne(value); } = 20;

    /// <summary>How many steps are remembered for the curvature.</summary>
    public int HistorySize { get; init => field = Options.AtLeastOne(value); } = 100;

    /// <summary>Whether a step's length is searched for (strong Wolfe conditions) or is the learning rate.</summary>
    public bool LineSearch { get; init; } = true;

    /// <summary>A call ends where no number of the gradient is larger.</summary>
    public double GradientTolerance { get; init => field = Options.NotNegative(value); } = 1e-7;

    /// <summary>A call ends where neither parameters nor loss change by more.</summary>
    public double ChangeTolerance { get; init => field = Options.NotNegative(value); } = 1e-9;

    private int MaxEvaluations => MaxIterations * 5 / 4;

    private FlatParameters Flat => flat ??= new(Parameters);

    /// <summary>Not possible: the loss is needed at several points.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void Step() => throw new InvalidOperationException(
        "Lbfgs computes the loss several times in a step: pass it, as in optimizer.Step(() => net.Forward(x).Mse(y)).");

    /// <inheritdoc/>
    public override Tensor Step(Func<Tensor> loss)
    {
        evaluations = 0;
        var first = Evaluate(loss);
        var now = new LinePoint(0, first.Item(), Flat.Gradients(), 0);
        for (int i = 1; Largest(now.Gradient) > GradientTolerance; i++)
        {
            ChooseDirection(now.Gradient);
            double slope = CurvatureHistory.Dot(now.Gradient, direction!), before = now.Loss;
            if (slope > -ChangeTolerance)
                break;
            now = Move(now with { T = 0, Slope = slope }, loss, isLast: i == MaxIterations);
            bool isStill = Largest(direction! * length) <= ChangeTolerance || Math.Abs(now.Loss - before) < ChangeTolerance;
            if (i == MaxIterations || evaluations >= MaxEvaluations || isStill)
                break;
        }
        return first;
    }

    /// <inheritdoc/>
    public override Dictionary<string, Tensor> State()
    {
        var state = new Dictionary<string, Tensor>
        {
            [StateReader.LearningRate] = StateReader.Number(LearningRate),
            ["length"] = StateReader.Number(length),
            ["scale"] = StateReader.Number(history.Scale),
        };
        if (direction is null)
            return state;
        state["direction"] = direction.Copy();
        state["gradient"] = lastGradient!.Copy();
        foreach (var (i, (s, y)) in history.Pairs.Index())
        {
            state[Name(i, "step")] = s.Copy();
            state[Name(i, "change")] = y.Copy();
        }
        return state;
    }

    /// <inheritdoc/>
    public override void Load(IReadOnlyDictionary<string, Tensor> state)
    {
        var reader = new StateReader(state, this);
        double rate = reader.Number(StateReader.LearningRate);
        double newLength = reader.Number("length"), scale = reader.Number("scale");
        var like = Flat.Values();
        var newDirection = reader.TensorLike(like, "direction");
        var newGradient = reader.TensorLike(like, "gradient");
        var pairs = new List<(Tensor S, Tensor Y)>();
        while (reader.TensorLike(like, Name(pairs.Count, "step")) is { } s
            && reader.TensorLike(like, Name(pairs.Count, "change")) is { } y)
        {
            pairs.Add((s, y));
        }
        reader.Finish();
        LearningRate = rate;
        (length, direction, lastGradient) = (newLength, newDirection, newGradient);
        history.Restore(pairs, scale);
    }

    /// <summary>Turns to −H⁻¹g and sets the length to be tried first.</summary>
    private void ChooseDirection(Tensor gradient)
    {
        if (direction is null)
        {
            direction = -gradient;
            length = Math.Min(1, 1 / gradient.Abs().Sum().Item()) * LearningRate;
        }
        else
        {
            history.Add(direction * length, gradient - lastGradient!, HistorySize);
            direction = history.Direction(gradient);
            length = LearningRate;
        }
        lastGradient = gradient;
    }

    /// <summary>Moves the parameters along the direction and returns what is known there.</summary>
    private LinePoint Move(LinePoint from, Func<Tensor> loss, bool isLast)
    {
        Tensor start = Flat.Values(), along = direction!;
        if (LineSearch)
        {
            var found = new StrongWolfe(LookAt, from, ChangeTolerance / Largest(along)).Search(length);
            length = found.T;
            Flat.Set(start + length * along);
            return found;
        }
        if (!isLast)
            return LookAt(length);
        Flat.Set(start + length * along);
        return from;

        LinePoint LookAt(double t)
        {
            Flat.Set(start + t * along);
            double value = Evaluate(loss).Item();
            var gradient = Flat.Gradients();
            return new(t, value, gradient, CurvatureHistory.Dot(gradient, along));
        }
    }

    private Tensor Evaluate(Func<Tensor> loss)
    {
        evaluations++;
        var value = Backward(loss);
        if (CheckGradients)
            ThrowIfNotFinite();
        return value;
    }

    private static double Largest(Tensor vector) => vector.Abs().Max().Item();

    private static string Name(int pair, string what) => string.Create(CultureInfo.InvariantCulture, $"pairs.{pair}.{what}");
}
