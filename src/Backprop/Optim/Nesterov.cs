using static Backprop.Ops.Formula;

namespace Backprop;

/// <summary>
/// Momentum that looks before it rolls: V ← βV − η ∂L(w + βV)/∂w, w ← w + V. The gradient is taken where the velocity
/// is about to lead, so the ball brakes before the slope turns.
/// </summary>
/// <remarks>
/// The gradient is needed at another point than w, so the loss is computed inside the step,
/// <c>optimizer.Step(() =&gt; net.Forward(x).Mse(y))</c>, or between <see cref="LookAhead"/> and <see cref="Step()"/>.
/// <see cref="Sgd.Nesterov"/> is PyTorch's form: it keeps w + βV in the parameters and needs neither.
/// Memory: <c>velocity</c>. Nesterov 1983; Sutskever et al. 2013.
/// </remarks>
/// <param name="parameters">What to optimize.</param>
public sealed class Nesterov(IEnumerable<Tensor> parameters) : UpdateRule(parameters, 0.01, "velocity")
{
    // w, V; ±β
    private static readonly Program Shift = new(2, 1, Input(0) + Scalar(0) * Input(1));

    // From the point ahead: w + βV + (V' − βV) = ahead − ηg.
    private static readonly Program Rule = new(3, 2,
        Input(0) - Scalar(0) * Input(2),
        Scalar(1) * Input(1) - Scalar(0) * Input(2));

    private bool isAhead;

    /// <summary>β: how much of the velocity stays from step to step.</summary>
    public double Momentum
    {
        get;
        set
        {
            // The way back from the point ahead is as long as the way there was.
            if (isAhead)
            {
                throw new InvalidOperationException(
                    "Momentum cannot change between LookAhead() and Step(). Set it before or after.");
            }
            field = Options.BelowOne(value);
        }
    } = 0.9;

    /// <summary>Moves the parameters to w + βV, where the loss is to be computed before <see cref="Step()"/>.</summary>
    public void LookAhead()
    {
        if (isAhead)
            return;
        for (int i = 0; i < Parameters.Count; i++)
            Move(i, Momentum);
        isAhead = true;
    }

    /// <summary>Goes on to w + V, with the gradients of the point ahead.</summary>
    /// <exception cref="InvalidOperationException">The gradients are not those of the point ahead.</exception>
    public override void Step()
    {
        if (!isAhead)
        {
            throw new InvalidOperationException(
                "Nesterov takes the gradient at w + βV: pass the loss, Step(() => loss), or "
                + "call LookAhead() before it is computed. Sgd with Nesterov = true needs neither.");
        }
        if (CheckGradients)
            ThrowIfNotFinite();
        for (int i = 0; i < Parameters.Count; i++)
        {
            if (Parameters[i].Grad is null)
                Move(i, -Momentum);
        }
        isAhead = false;
        base.Step();
    }

    /// <summary>A whole step: looks ahead, computes the loss there, goes backward, changes the parameters.</summary>
    /// <param name="loss">The loss of the parameters as they are: one number.</param>
    /// <returns>The loss at w + βV.</returns>
    public override Tensor Step(Func<Tensor> loss)
    {
        LookAhead();
        try
        {
            return base.Step(loss);
        }
        finally
        {
            if (isAhead)
                GoBack();
        }
    }

    /// <inheritdoc/>
    protected override void Update(int index, Tensor parameter, Tensor gradient) =>
        Change(Rule, [parameter, Memory(index, "velocity")], gradient, LearningRate, Momentum);

    private void GoBack()
    {
        for (int i = 0; i < Parameters.Count; i++)
            Move(i, -Momentum);
        isAhead = false;
    }

    private void Move(int index, double share)
    {
        if (Remembers(index, "velocity"))
            Parameters[index].Overwrite(Shift, [Parameters[index], Memory(index, "velocity")], [share]);
    }
}
