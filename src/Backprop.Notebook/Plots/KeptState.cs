namespace Backprop;

/// <summary>
/// What a plot must give back after it has trained a net: weights, buffers, gradients, the mode of each module, and the
/// place in the random numbers. Disposing restores it.
/// </summary>
internal sealed class KeptState : IDisposable
{
    private readonly Module net;
    private readonly IReadOnlyDictionary<string, Tensor> state;
    private readonly List<(Tensor Parameter, Tensor? Gradient)> gradients;
    private readonly List<(Module Module, bool IsTraining)> modes = [];
    private readonly (ulong, ulong) random = RandomState.Now;

    public KeptState(Module net)
    {
        this.net = net;
        state = net.State();
        gradients = [.. net.Parameters.Select(p => (p, p.Grad))];
        Remember(net);
        foreach ((Tensor parameter, _) in gradients)
            parameter.Grad = null;
    }

    public void Dispose()
    {
        net.Load(state);
        foreach ((Tensor parameter, Tensor? gradient) in gradients)
            parameter.Grad = gradient;
        // From the outside in: a mode is set for a module and all in it.
        foreach ((Module module, bool isTraining) in modes)
        {
            if (isTraining)
                module.Train();
            else
                module.Eval();
        }
        RandomState.Now = random;
    }

    private void Remember(Module module)
    {
        modes.Add((module, module.IsTraining));
        foreach ((_, Module child) in module.Children)
            Remember(child);
    }
}
