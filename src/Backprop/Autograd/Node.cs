using Backprop.Ops;

namespace Backprop;

/// <summary>
/// How a tensor was made: the op, edges to the nodes of its inputs, and only those tensors that backward reads.
/// </summary>
/// <remarks>The marks of the walk are in the node, so a walk allocates nothing; the price is that one graph is walked
/// by one thread at a time.</remarks>
public sealed class Node
{
    private Few<Node?> inputs;
    private Few<Saved> saved;
    private Saved output;

    /// <summary>A leaf: a tensor that asked for its gradient and that no op made.</summary>
    internal Node(Tensor leaf)
    {
        Shape = leaf.Shape;
        DType = leaf.DType;
        Keeper = leaf;
    }

    private Node(Op op, Tensor y, int count)
    {
        Op = op;
        Shape = y.Shape;
        DType = y.DType;
        InputCount = count;
        inputs = new(count);
    }

    /// <summary>What made it; null for a leaf.</summary>
    public Op? Op { get; }

    /// <summary>The op's name, <c>Leaf</c> without one.</summary>
    public string Name => Op?.GetType().Name ?? "Leaf";

    /// <summary>The result's shape.</summary>
    public Shape Shape { get; }

    /// <summary>The result's type.</summary>
    public DType DType { get; }

    /// <summary>How many inputs the op had.</summary>
    public int InputCount { get; }

    /// <summary>True once backward went through and let go of what it had kept.</summary>
    public bool IsFreed { get; private set; }

    /// <summary>The tensor whose <see cref="Tensor.Grad"/> the walk fills: a leaf, or a result that asked for
    /// it.</summary>
    internal Tensor? Keeper { get; set; }

    /// <summary>The number of the walk that was here last.</summary>
    internal int Walk { get; set; }

    /// <summary>Consumers that have not spoken yet in this walk.</summary>
    internal int Pending { get; set; }

    /// <summary>What the consumers have said so far in this walk.</summary>
    internal Tensor? Gradient { get; set; }

    /// <summary>The node of an input; null if the input needs no gradient.</summary>
    public Node? Input(int index) => inputs[index];

    /// <summary>Lets y remember how it was made, if an input needs a gradient and recording is on.</summary>
    /// <param name="op">What made it.</param>
    /// <param name="y">The result.</param>
    /// <param name="keep">Bit i: backward reads input i. <see cref="KeepOutput"/>: it reads y.</param>
    /// <param name="a">The input.</param>
    internal static void Record(Op op, Tensor y, int keep, Tensor a)
    {
        OpTrace.Tell(op, y, a);
        if (a.Origin is null || !GradMode.IsOn)
            return;
        var node = new Node(op, y, 1);
        node.Attach(0, a, keep);
        node.KeepResult(y, keep);
    }

    /// <inheritdoc cref="Record(Op, Tensor, int, Tensor)"/>
    internal static void Record(Op op, Tensor y, int keep, Tensor a, Tensor b)
    {
        OpTrace.Tell(op, y, a, b);
        if (a.Origin is null && b.Origin is null || !GradMode.IsOn)
            return;
        var node = new Node(op, y, 2);
        node.Attach(0, a, keep);
        node.Attach(1, b, keep);
        node.KeepResult(y, keep);
    }

    /// <inheritdoc cref="Record(Op, Tensor, int, Tensor)"/>
    internal static void Record(Op op, Tensor y, int keep, ReadOnlySpan<Tensor> inputs)
    {
        OpTrace.Tell(op, y, inputs);
        if (!GradMode.IsOn)
            return;
        bool needed = false;
        foreach (var x in inputs)
            needed |= x.Origin is not null;
        if (!needed)
            return;
        var node = new Node(op, y, inputs.Length);
        if (inputs.Length > 3)
            node.saved = new(inputs.Length);
        for (int i = 0; i < inputs.Length; i++)
            node.Attach(i, inputs[i], keep);
        node.KeepResult(y, keep);
    }

    /// <summary>The bit of <c>keep</c> for the result itself.</summary>
    internal const int KeepOutput = 1 << 30;

    /// <summary>An input as it was when the op ran.</summary>
    internal Tensor SavedInput(int index) => saved[index].Read(this, $"input {index}");

    /// <summary>The result as it was when the op ran.</summary>
    internal Tensor SavedOutput() => output.Read(this, "its result");

    /// <summary>Input i if backward will read it and can; for those who only look.</summary>
    internal Tensor? KeptInput(int index) => saved[index].IfUnchanged;

    /// <summary>The result if backward will read it and can; for those who only look.</summary>
    internal Tensor? KeptOutput => output.IfUnchanged;

    /// <summary>Lets go of the tensors kept for backward. Edges and names stay, so the graph can still be
    /// drawn.</summary>
    internal void Free()
    {
        if (Op is null)
            return;
        IsFreed = true;
        saved = default;
        output = default;
    }

    private void Attach(int index, Tensor x, int keep)
    {
        inputs[index] = x.Origin;
        // An op with more than 29 inputs keeps none of them.
        if (index < 30 && (keep >> index & 1) != 0)
            saved[index] = new Saved(x);
    }

    private void KeepResult(Tensor y, int keep)
    {
        if ((keep & KeepOutput) != 0)
            output = new Saved(y);
        y.Origin = this;
        NodeWatch.Tell(this, y);
    }
}
