// Recurrent: layers that walk along time and carry a state. Cells do one step, layers do all of them. Fused kernels are
// no business of this folder.
namespace Backprop;

/// <summary>
/// One step along time: from what comes in now, [batch, inputs], and the state before, to the state after. Its weights
/// hold one block of <see cref="Hidden"/> rows for each gate.
/// </summary>
public abstract class RecurrentCell : Module
{
    private protected RecurrentCell(CellWeights weights)
    {
        (WeightIh, WeightHh, BiasIh, BiasHh) = weights;
    }

    /// <summary>How many features come in at a step.</summary>
    public int Inputs => WeightIh.Shape[1];

    /// <summary>How many units the state has.</summary>
    public int Hidden => WeightHh.Shape[1];

    /// <summary>From the input to the gates, [gates · hidden, inputs].</summary>
    /// <exception cref="ArgumentException">A weight of another shape is set.</exception>
    public Tensor WeightIh
    {
        get;
        init => field = Fitting.Parameter(nameof(WeightIh), field, value);
    }

    /// <summary>From the state to the gates, [gates · hidden, hidden].</summary>
    /// <exception cref="ArgumentException">A weight of another shape is set.</exception>
    public Tensor WeightHh
    {
        get;
        init => field = Fitting.Parameter(nameof(WeightHh), field, value);
    }

    /// <summary>Added to the input's part, [gates · hidden]; null without.</summary>
    /// <exception cref="ArgumentException">A bias of another shape is set.</exception>
    public Tensor? BiasIh
    {
        get;
        init => field = Fitting.Parameter(nameof(BiasIh), field, value);
    }

    /// <summary>Added to the state's part, [gates · hidden]; null without.</summary>
    /// <exception cref="ArgumentException">A bias of another shape is set.</exception>
    public Tensor? BiasHh
    {
        get;
        init => field = Fitting.Parameter(nameof(BiasHh), field, value);
    }

    /// <summary>How many tensors [batch, hidden] the state has; the first is what the next layer sees.</summary>
    internal virtual int StateCount => 1;

    /// <summary>Whether other libraries know this cell by its name; not with an activation of one's own.</summary>
    internal virtual bool IsStandard => true;

    /// <summary>x W_ihᵀ + b_ih, for one step or for all of a sequence at once:
    /// [..., inputs] → [..., gates · hidden].</summary>
    internal Tensor FromInput(Tensor x) => Weighted(x, WeightIh, BiasIh);

    /// <summary>h W_hhᵀ + b_hh: [batch, hidden] → [batch, gates · hidden].</summary>
    internal Tensor FromHidden(Tensor h) => Weighted(h, WeightHh, BiasHh);

    /// <summary>The state after a step.</summary>
    /// <param name="fromInput">The input's part of the gates, [batch, gates · hidden].</param>
    /// <param name="state">The state before.</param>
    internal abstract Tensor[] Next(Tensor fromInput, Tensor[] state);

    /// <summary>A state of zeros for a batch like that of x.</summary>
    internal Tensor[] Start(Tensor x)
    {
        var zeros = Tensor.Zeros([x.Shape[0], Hidden], WeightHh.DType).To(x.Device);
        return [.. Enumerable.Repeat(zeros, StateCount)];
    }

    /// <summary>Checks what a step gets.</summary>
    private protected void Check(Tensor x, params ReadOnlySpan<Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Shape.Rank != 2 || x.Shape[1] != Inputs)
        {
            throw new ArgumentException($"{this} takes one step [batch, {Inputs}], not x {x.Shape}. "
                + "Take a step of a sequence with x[.., t].");
        }
        Shape expected = [x.Shape[0], Hidden];
        foreach (var part in state)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(state));
            if (part.Shape != expected)
                throw new ArgumentException($"{this} takes a state {expected} for x {x.Shape}, not {part.Shape}.");
        }
    }

    /// <summary><c>LstmCell(65 → 128)</c></summary>
    public override string ToString() => $"{GetType().Name}({Inputs} → {Hidden})";

    private static Tensor Weighted(Tensor x, Tensor weight, Tensor? bias)
    {
        var y = x.MatMul(weight.T);
        return bias is null ? y : y + bias;
    }
}
