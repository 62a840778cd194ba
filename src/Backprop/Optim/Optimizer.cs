// Optim: rules that change parameters after each backward. They know tensors and their gradients, no layers.
namespace Backprop;

/// <summary>
/// Changes parameters along their gradients. A new rule derives from it and writes <see cref="Update"/>: one program,
/// run in place for each parameter.
/// </summary>
public abstract class Optimizer
{
    private readonly Tensor[] parameters;

    /// <summary>An optimizer of some parameters, most often <c>net.Parameters</c>.</summary>
    /// <exception cref="ArgumentException">There is none, or one requires no gradient.</exception>
    protected Optimizer(IEnumerable<Tensor> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        this.parameters = [.. parameters];
        if (this.parameters.Length == 0)
            throw new ArgumentException("There is nothing to optimize: the list of parameters is empty.");
        foreach (var parameter in this.parameters)
        {
            if (parameter.Origin is not { Op: null })
            {
                throw new ArgumentException($"A tensor of shape {parameter.Shape} is no parameter: call RequireGrad() on it, "
                    + "and do not compute it from others.");
            }
        }
    }

    /// <summary>What is optimized.</summary>
    public IReadOnlyList<Tensor> Parameters => parameters;

    /// <summary>How far a step goes. May change between steps.</summary>
    public double LearningRate { get; set; } = 0.01;

    /// <summary>Forgets all gradients, so that the next backward starts from nothing.</summary>
    public void ZeroGrad()
    {
        foreach (var parameter in parameters)
            parameter.Grad = null;
    }

    /// <summary>Changes each parameter that has a gradient.</summary>
    public void Step()
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Grad is { } gradient)
                Update(i, parameters[i], gradient);
        }
    }

    /// <summary>Changes one parameter in place.</summary>
    /// <param name="index">Which of <see cref="Parameters"/>, to find what is remembered from step to step.</param>
    /// <param name="parameter">What changes.</param>
    /// <param name="gradient">∂loss/∂parameter.</param>
    protected abstract void Update(int index, Tensor parameter, Tensor gradient);
}
