namespace Backprop;

/// <summary>
/// An optimizer that treats each parameter by itself, by its gradient and what it remembers about it. A new rule derives
/// from it and writes <see cref="Update"/>: one program, run in place.
/// </summary>
/// <example><code>
/// sealed class SignDescent(IEnumerable&lt;Tensor&gt; parameters) : UpdateRule(parameters)
/// {
///     static readonly Program Rule = new(2, 1, Input(0) - Scalar(0) * Sign(Input(1)));   // w, g; η
///     protected override void Update(int index, Tensor w, Tensor g) =&gt; Change(Rule, [w], g, LearningRate);
/// }
/// </code></example>
public abstract class UpdateRule : Optimizer
{
    private readonly string[] names;
    private readonly Tensor?[,] memory;
    private readonly long[] steps;

    /// <summary>A rule for some parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="learningRate">The rate unless the user says otherwise.</param>
    /// <param name="memory">Names of what may be remembered about a parameter, for <see cref="Memory"/>.</param>
    protected UpdateRule(
        IEnumerable<Tensor> parameters, double learningRate = 0.01, params ReadOnlySpan<string> memory)
        : base(parameters, learningRate)
    {
        names = memory.ToArray();
        this.memory = new Tensor?[Parameters.Count, names.Length];
        steps = new long[Parameters.Count];
    }

    /// <inheritdoc/>
    public override void Step()
    {
        if (CheckGradients)
            ThrowIfNotFinite();
        bool wasOn = GradMode.Set(false);
        try
        {
            for (int i = 0; i < steps.Length; i++)
            {
                if (Parameters[i].Grad is not { } gradient)
                    continue;
                steps[i]++;
                Update(i, Parameters[i], gradient);
            }
        }
        finally
        {
            GradMode.Set(wasOn);
        }
    }

    /// <summary>Changes one parameter in place. Nothing is recorded meanwhile, so <c>w.Assign(w - LearningRate * g)</c>
    /// works too.</summary>
    /// <param name="index">Which of <see cref="Optimizer.Parameters"/>.</param>
    /// <param name="parameter">What changes.</param>
    /// <param name="gradient">∂loss/∂parameter, of its shape.</param>
    protected abstract void Update(int index, Tensor parameter, Tensor gradient);

    /// <summary>Which step of a parameter this is, from 1. Steps in which it had no gradient do not count.</summary>
    protected long Steps(int index) => steps[index];

    /// <summary>What is remembered about a parameter: a tensor of its shape and type, to be changed in place.</summary>
    /// <param name="index">Which parameter.</param>
    /// <param name="name">One of the names given to the constructor.</param>
    /// <param name="start">Its numbers when it is first asked for.</param>
    protected Tensor Memory(int index, string name, double start = 0) =>
        memory[index, Place(name)] ??= Tensor.Filled(Parameters[index].Device, Parameters[index].Shape, Parameters[index].DType, start);

    /// <summary>True once <see cref="Memory"/> was asked for that.</summary>
    protected bool Remembers(int index, string name) => memory[index, Place(name)] is not null;

    /// <summary>Runs a program in place, outside any graph.</summary>
    /// <param name="rule">Reads <paramref name="changed"/>, then the gradient, and gives a result for each of
    /// <paramref name="changed"/>.</param>
    /// <param name="changed">The parameter and what is remembered about it.</param>
    /// <param name="gradient">∂loss/∂parameter.</param>
    /// <param name="scalars">The program's scalars: rates and all else that may differ from step to step.</param>
    protected static void Change(
        Program rule, ReadOnlySpan<Tensor> changed, Tensor gradient, params ReadOnlySpan<double> scalars)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        gradient.Device.Map(rule, changed, [.. changed, gradient], scalars);
        foreach (var tensor in changed)
            tensor.Storage.Version++;
    }

    /// <inheritdoc/>
    public override Dictionary<string, Tensor> State()
    {
        var state = new Dictionary<string, Tensor> { [StateReader.LearningRate] = StateReader.Number(LearningRate) };
        for (int i = 0; i < steps.Length; i++)
        {
            state[Name(i, "steps")] = StateReader.Number(steps[i]);
            for (int k = 0; k < names.Length; k++)
            {
                if (memory[i, k] is { } tensor)
                    state[Name(i, names[k])] = tensor.Copy();
            }
        }
        return state;
    }

    /// <inheritdoc/>
    public override void Load(IReadOnlyDictionary<string, Tensor> state)
    {
        var reader = new StateReader(state, this);
        double rate = reader.Number(StateReader.LearningRate);
        var newSteps = new long[steps.Length];
        var newMemory = new Tensor?[steps.Length, names.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            newSteps[i] = (long)reader.Number(Name(i, "steps"));
            for (int k = 0; k < names.Length; k++)
                newMemory[i, k] = reader.TensorLike(Parameters[i], Name(i, names[k]));
        }
        reader.Finish();
        LearningRate = rate;
        newSteps.CopyTo(steps, 0);
        Array.Copy(newMemory, memory, memory.Length);
    }

    private string Name(int index, string what) => $"{NameOf(index)}.{what}";

    private int Place(string name)
    {
        int place = Array.IndexOf(names, name);
        return place >= 0 ? place : throw new ArgumentException(
            $"{GetType().Name} remembers nothing by the name of {name}. Name it in the constructor of UpdateRule.");
    }
}
