namespace Backprop;

/// <content>Gradients.</content>
public sealed partial class Tensor
{
    /// <summary>Asks for this tensor's gradient: after <see cref="Backward(bool, bool)"/> it is in <see cref="Grad"/>.
    /// Works on inputs and on results on the way. Returns the same tensor.</summary>
    /// <exception cref="InvalidOperationException">The numbers are int32 or bool.</exception>
    public Tensor RequireGrad()
    {
        if (!DType.IsFloat())
        {
            throw new InvalidOperationException($"Only float tensors have gradients, and this one is {DType}. "
                + "Convert it with .To(DType.Float32).");
        }
        if (Origin is null)
            Origin = new Node(this);
        else
            Origin.Keeper = this;
        return this;
    }

    /// <summary>Computes the gradient of this number by every tensor that asked for it, and adds it to their
    /// <see cref="Grad"/>.</summary>
    /// <param name="keepGraph">Whether backward may run once more through the same calculation.</param>
    /// <param name="createGraph">Whether the gradients can be differentiated themselves.</param>
    /// <exception cref="InvalidOperationException">It is not one number, nothing asked for a gradient, or backward
    /// already ran.</exception>
    public void Backward(bool keepGraph = false, bool createGraph = false)
    {
        var start = CheckRoot();
        new Walk(keepGraph, createGraph).Run(start, Filled(Device, Shape, DType, 1));
    }

    /// <summary>The same from a tensor of any shape, given ∂loss/∂this.</summary>
    /// <exception cref="ArgumentException">The gradient has another shape or type.</exception>
    public void Backward(Tensor gradient, bool keepGraph = false, bool createGraph = false)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        if (Origin is null)
            throw NothingToDifferentiate();
        var dy = gradient.DType == DType ? gradient : gradient.To(DType);
        new Walk(keepGraph, createGraph).Run(Origin, dy.Expand(Shape));
    }

    /// <summary>The calculation behind this tensor, to look at: its ops, from the tensors that require a gradient on.
    /// Still there after backward.</summary>
    /// <exception cref="InvalidOperationException">Nothing was recorded.</exception>
    public Graph Graph => TensorGraph.Of(Origin ?? throw NothingToDifferentiate(), this);

    /// <summary>∂y/∂x, without touching any <see cref="Grad"/>.</summary>
    /// <param name="y">One number.</param>
    /// <param name="x">A tensor that y was computed from and that required a gradient.</param>
    /// <param name="createGraph">Whether the gradient can be differentiated again.</param>
    /// <param name="keepGraph">Whether another gradient will be taken of the same calculation.</param>
    /// <exception cref="InvalidOperationException">y does not depend on x.</exception>
    public static Tensor Gradient(Tensor y, Tensor x, bool createGraph = false, bool keepGraph = false) =>
        Gradients(y, [x], createGraph, keepGraph)[0];

    /// <summary>∂y/∂x for several x: <c>var g = Tensor.Gradients(loss, [w, b]);</c></summary>
    /// <inheritdoc cref="Gradient"/>
    public static Tensor[] Gradients(
        Tensor y, ReadOnlySpan<Tensor> xs, bool createGraph = false, bool keepGraph = false)
    {
        ArgumentNullException.ThrowIfNull(y);
        var start = y.CheckRoot();
        var wanted = new Dictionary<Node, Tensor?>();
        foreach (var x in xs)
            wanted[x.Origin ?? throw NoPath(x)] = null;
        new Walk(keepGraph, createGraph).Run(start, Filled(y.Device, y.Shape, y.DType, 1), wanted);
        var gradients = new Tensor[xs.Length];
        for (int i = 0; i < gradients.Length; i++)
            gradients[i] = wanted[xs[i].Origin!] ?? throw NoPath(xs[i]);
        return gradients;
    }

    private Node CheckRoot()
    {
        if (Shape.Size != 1)
        {
            throw new InvalidOperationException($"Backward starts from one number, and this is {Shape}. Take .Sum() or "
                + ".Mean() first, or hand over ∂loss/∂this.");
        }
        return Origin ?? throw NothingToDifferentiate();
    }

    private static InvalidOperationException NothingToDifferentiate() => new(
        "Nothing to differentiate: no tensor in this calculation required a gradient, or it ran inside NoGrad(). Call "
        + "RequireGrad() on what you want the gradient of, before the calculation.");

    private static InvalidOperationException NoPath(Tensor x) => new(
        $"The result does not depend on the tensor of shape {x.Shape}, or it did not require a gradient when the "
            + "result was computed. Call RequireGrad() on it before the calculation.");
}
