// Optim: rules that change parameters after each backward, and schedules for their rates. They know tensors and their
// gradients, no layers, no data, no loop.
using System.Globalization;

namespace Backprop;

/// <summary>
/// Changes parameters so that a loss becomes smaller: what a training loop calls. A rule of one's own that treats each
/// parameter by itself derives from <see cref="UpdateRule"/>.
/// </summary>
public abstract class Optimizer
{
    private readonly Tensor[] parameters;
    private readonly NamedTensors? named;
    private double learningRate;

    /// <summary>An optimizer of some parameters, most often <c>net.Parameters</c>.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="learningRate">How far a step goes unless the user says otherwise.</param>
    /// <exception cref="ArgumentException">There is none, one requires no gradient, or one is listed twice.</exception>
    protected Optimizer(IEnumerable<Tensor> parameters, double learningRate = 0.01)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        this.parameters = [.. parameters];
        named = parameters as NamedTensors;
        this.learningRate = Options.NotNegative(learningRate, nameof(LearningRate));
        if (this.parameters.Length == 0)
            throw new ArgumentException("There is nothing to optimize: the list of parameters is empty.");
        var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
        foreach (var parameter in this.parameters)
        {
            if (parameter.Origin is not { Op: null })
            {
                throw new ArgumentException($"A tensor of shape {parameter.Shape} is no parameter: call RequireGrad() "
                    + "on it, and do not compute it from others.");
            }
            if (!seen.Add(parameter))
            {
                throw new ArgumentException($"A parameter of shape {parameter.Shape} is listed twice, so each step "
                    + "would change it twice. Pass each parameter once.");
            }
        }
    }

    /// <summary>What is optimized.</summary>
    public IReadOnlyList<Tensor> Parameters => parameters;

    /// <summary>η: how far a step goes. May change between steps, by hand or by a <see cref="Schedule"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public virtual double LearningRate
    {
        get => learningRate;
        set => learningRate = Options.NotNegative(value);
    }

    /// <summary>Whether each step first looks for NaN and ∞ in the gradients and throws before anything changes. Costs
    /// one pass over them.</summary>
    public bool CheckGradients { get; set; }

    /// <summary>Forgets all gradients, so that the next backward starts from nothing.</summary>
    public void ZeroGrad()
    {
        foreach (var parameter in parameters)
            parameter.Grad = null;
    }

    /// <summary>Changes each parameter that has a gradient.</summary>
    /// <exception cref="NotFiniteNumberException"><see cref="CheckGradients"/> is on and found one.</exception>
    public abstract void Step();

    /// <summary>A whole step: forgets the gradients, computes the loss, goes backward, changes the parameters.
    /// <c>optimizer.Step(() =&gt; net.Forward(x).Mse(y))</c></summary>
    /// <param name="loss">The loss of the parameters as they are: one number. Some optimizers ask repeatedly.</param>
    /// <returns>The loss before the step.</returns>
    public virtual Tensor Step(Func<Tensor> loss)
    {
        var value = Backward(loss);
        Step();
        return value;
    }

    /// <summary>All that is remembered from step to step, and the learning rate, as named tensors of their own memory;
    /// single numbers are float64 of shape []. Names begin with that of the parameter if the optimizer was given
    /// <c>net.Parameters</c>, as in <c>fc1.weight.velocity</c>, else with its place: <c>0.velocity</c>. Options that
    /// stand in the program, such as a momentum, are not in it.</summary>
    public abstract Dictionary<string, Tensor> State();

    /// <summary>Takes over what <see cref="State"/> gave, so that a run goes on bit for bit as if it had not been
    /// interrupted. The parameters themselves are saved and loaded with the model.</summary>
    /// <exception cref="ArgumentException">The state is that of another optimizer or of other parameters. Nothing is
    /// changed then.</exception>
    public abstract void Load(IReadOnlyDictionary<string, Tensor> state);

    /// <summary>Called after each backward of a <see cref="Step(Func{Tensor})"/>, before the parameters change: to clip
    /// gradients or to look at them.</summary>
    internal Action? AfterBackward { get; set; }

    /// <summary>Optimizers whose rates a schedule changes, each from its own start.</summary>
    internal virtual IReadOnlyList<Optimizer> Groups => [this];

    /// <summary>Fresh gradients of the loss.</summary>
    private protected Tensor Backward(Func<Tensor> loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ZeroGrad();
        var value = loss();
        value.Backward();
        AfterBackward?.Invoke();
        return value;
    }

    /// <summary>A parameter's name, or its place where it has none.</summary>
    private protected string NameOf(int index) =>
        named?.Name(index) ?? index.ToString(CultureInfo.InvariantCulture);

    /// <summary>What <see cref="CheckGradients"/> promises.</summary>
    /// <exception cref="NotFiniteNumberException">A gradient holds NaN or ∞.</exception>
    private protected void ThrowIfNotFinite()
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Grad is not { } gradient)
                continue;
            double sum = GradientClip.SumOfSquares(gradient);
            if (double.IsFinite(sum))
                continue;
            string what = double.IsNaN(sum) ? "NaN" : "an infinite number";
            throw new NotFiniteNumberException(string.Create(CultureInfo.InvariantCulture,
                $"The gradient of parameter {NameOf(i)}, shape {parameters[i].Shape}, holds {what}. Lower the learning "
                + $"rate, clip the gradients, or look for log(0), 0/0 and √0 in the loss."), sum);
        }
    }
}
