using Backprop.Ops;

namespace Backprop;

/// <summary>
/// Reverse-mode differentiation: count each node's consumers, then visit a node once all of them have spoken. No
/// recursion, so a graph may be as deep as memory allows.
/// </summary>
/// <remarks>Gradients that are made inside the walk belong to it: their memory goes back as soon as the last user is
/// done. With <paramref name="createGraph"/> the gradients get graphs of their own, and nothing is given
/// back.</remarks>
internal sealed class Walk(bool keepGraph, bool createGraph)
{
    [ThreadStatic]
    private static Walk? current;
    private static int count;

    private readonly int id = Interlocked.Increment(ref count);
    private readonly Stack<Node> open = new();

    /// <summary>Marks fresh memory as this thread's walk's own, if there is one.</summary>
    internal static void Claim(Storage storage)
    {
        if (current is { } walk)
            storage.Walk = walk.id;
    }

    /// <summary>Walks from a node with its gradient to all leaves.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="gradient">∂loss/∂start.</param>
    /// <param name="wanted">If not null, gradients go there for its nodes, and no tensor's Grad is touched.</param>
    internal void Run(Node start, Tensor gradient, Dictionary<Node, Tensor?>? wanted = null)
    {
        var outer = current;
        bool wasOn = GradMode.Set(createGraph);
        current = createGraph ? null : this;
        try
        {
            Count(start);
            start.Gradient = Hold(gradient);
            open.Push(start);
            while (open.TryPop(out var node))
                Visit(node, wanted);
        }
        finally
        {
            current = outer;
            GradMode.Set(wasOn);
        }
    }

    private void Count(Node start)
    {
        Enter(start);
        while (open.TryPop(out var node))
        {
            for (int i = 0; i < node.InputCount; i++)
            {
                if (node.Input(i) is not { } input)
                    continue;
                if (input.Walk != id)
                    Enter(input);
                input.Pending++;
            }
        }
    }

    private void Enter(Node node)
    {
        node.Walk = id;
        node.Pending = 0;
        node.Gradient = null;
        open.Push(node);
    }

    private void Visit(Node node, Dictionary<Node, Tensor?>? wanted)
    {
        var dy = node.Gradient;
        node.Gradient = null;
        if (node.IsFreed)
        {
            throw new InvalidOperationException($"Backward already went through this {node.Name} and freed what it had "
                + "kept. Compute the loss again, or pass keepGraph: true to the first Backward().");
        }
        for (int i = 0; i < node.InputCount; i++)
        {
            if (node.Input(i) is not { } input)
                continue;
            if (dy is not null && !TryAddInPlace(node.Op!, dy, input) && node.Op!.Gradient(i, dy, node) is { } gradient)
                Add(input, gradient);
            // Also without a gradient: what lies behind must not wait for ever.
            if (--input.Pending == 0)
                open.Push(input);
        }
        if (dy is not null)
            Deliver(node, dy, wanted);
        if (!keepGraph && !createGraph)
            node.Free();
    }

    private bool TryAddInPlace(Op op, Tensor dy, Node input) =>
        input.Gradient is { } soFar && IsMineAlone(soFar) && op.TryAddGradient(dy, soFar);

    private void Add(Node node, Tensor gradient)
    {
        if (node.Gradient is not { } so_far)
        {
            node.Gradient = Hold(gradient);
            return;
        }
        if (IsMineAlone(so_far))
        {
            so_far.Device.Map(Programs.Add, [so_far], [so_far, gradient]);
            FreeIfUnheld(gradient);
            return;
        }
        var sum = so_far + gradient;
        LetGo(so_far);
        FreeIfUnheld(gradient);
        node.Gradient = Hold(sum);
    }

    private void Deliver(Node node, Tensor dy, Dictionary<Node, Tensor?>? wanted)
    {
        if (wanted is null)
        {
            if (node.Keeper is { } tensor)
                Deposit(tensor, dy);
        }
        else if (wanted.ContainsKey(node))
        {
            wanted[node] = TakeOver(dy);
        }
        LetGo(dy);
    }

    private void Deposit(Tensor tensor, Tensor dy)
    {
        if (tensor.Grad is not { } had)
            tensor.Grad = TakeOver(dy);
        else if (createGraph || had.Origin is not null)
            tensor.Grad = had + dy;
        else
            had.Overwrite(Programs.Add, [had, dy]);
    }

    /// <summary>A gradient that outlives the walk: itself if nobody else holds its memory, else a copy.</summary>
    private Tensor TakeOver(Tensor dy)
    {
        if (createGraph)
            return dy;
        var kept = IsMineAlone(dy) ? dy : dy.Copy();
        kept.Storage.Walk = 0;
        return kept;
    }

    private bool IsMineAlone(Tensor t) =>
        t.Storage.Walk == id && t.Storage.WalkRefs == 1 && t.IsContiguous && !createGraph;

    private static Tensor Hold(Tensor t)
    {
        t.Storage.WalkRefs++;
        return t;
    }

    private void LetGo(Tensor t)
    {
        t.Storage.WalkRefs--;
        FreeIfUnheld(t);
    }

    private void FreeIfUnheld(Tensor t)
    {
        if (t.Storage.WalkRefs == 0 && t.Storage.Walk == id)
            t.Storage.Release();
    }
}
