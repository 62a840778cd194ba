using Backprop.Ops;

namespace Backprop;

/// <summary>
/// What each layer of a net did in one pass: its last shape, its arithmetic, its memory. An operation belongs to the
/// layer whose parameter it reads, else to the layer of a <see cref="Sequential"/> that was at work.
/// </summary>
internal sealed class LayerCosts
{
    private readonly Dictionary<Storage, Module> owners = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Module, Cost> costs = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Module, Shape> outputs = new(ReferenceEqualityComparer.Instance);

    public LayerCosts(Module root)
    {
        // Inner modules come after outer ones: the innermost owns a parameter.
        var open = new Queue<Module>([root]);
        var seen = new HashSet<Module>(ReferenceEqualityComparer.Instance);
        while (open.TryDequeue(out Module? module))
        {
            if (!seen.Add(module))
                continue;
            foreach (Tensor parameter in module.Parameters)
                owners[parameter.Storage] = module;
            foreach ((_, Module child) in module.Children)
                open.Enqueue(child);
        }
    }

    /// <summary>What a layer did itself, without the layers in it; null if nothing.</summary>
    public Cost? Of(Module module) => costs.GetValueOrDefault(module);

    /// <summary>What came out of a layer, where its net said so; else null.</summary>
    public Shape? OutputOf(Module module) => outputs.TryGetValue(module, out Shape shape) ? shape : null;

    /// <summary>Adds what happened in a pass through a net.</summary>
    public void Add(OpTrace trace, Module through)
    {
        foreach ((object layer, Shape shape) in trace.Outputs)
            outputs[(Module)layer] = shape;
        for (int i = 0; i < trace.Steps.Count; i++)
        {
            OpTrace.Step step = trace.Steps[i];
            Module owner = OwnerOf(step) ?? Reshaped(trace.Steps, i) ?? step.Layer as Module ?? through;
            if (!costs.TryGetValue(owner, out Cost? cost))
                costs[owner] = cost = new Cost();
            cost.Add(step, i);
        }
    }

    // An embedding looks up rows, and then gives them the shape of what was asked for.
    private Embedding? Reshaped(IReadOnlyList<OpTrace.Step> steps, int at) =>
        at > 0
        && steps[at].Maker is Reshape
        && ReferenceEquals(steps[at].Inputs[0], steps[at - 1].Results[0])
            ? OwnerOf(steps[at - 1]) as Embedding
            : null;

    private Module? OwnerOf(OpTrace.Step step)
    {
        if (step.Maker is RecurrentLayer.Recurrence recurrence)
            return owners.GetValueOrDefault(recurrence.Cell.WeightIh.Storage);
        foreach (Tensor input in step.Inputs)
        {
            if (owners.TryGetValue(input.Storage, out Module? owner))
                return owner;
        }
        return null;
    }

    /// <summary>The sums over the operations of one layer.</summary>
    internal sealed class Cost
    {
        /// <summary>The shape of its last result.</summary>
        public Shape? Last { get; private set; }

        /// <summary>When that was: a count of operations.</summary>
        public int LastAt { get; private set; }

        public long Flops { get; private set; }

        /// <summary>Of all results that are not views of something older.</summary>
        public long Bytes { get; private set; }

        /// <summary>Of the last result alone, 0 where that is a view of what came in.</summary>
        public long LastBytes { get; private set; }

        public void Add(OpTrace.Step step, int at)
        {
            Tensor result = step.Results[0];
            (Last, LastAt) = (result.Shape, at);
            Flops += FlopsOf(step);
            bool isView = Array.Exists(step.Inputs, input => ReferenceEquals(input.Storage, result.Storage));
            long bytes = isView ? 0 : (long)result.Shape.Size * result.DType.Size();
            Bytes += bytes;
            LastBytes = isView ? LastBytes : bytes;
        }

        // Two for each multiplication and the addition of its result.
        private static long FlopsOf(OpTrace.Step step)
        {
            long results = step.Results[0].Shape.Size;
            return step.Maker switch
            {
                MatMul => 2 * results * step.Inputs[0].Shape[^1],
                Convolve => 2 * results * PerChannel(step.Inputs[1].Shape),
                ConvolveBack => 2L * step.Inputs[0].Shape.Size * PerChannel(step.Inputs[1].Shape),
                RecurrentLayer.Recurrence r => 2L * step.Inputs[0].Shape[0] * step.Inputs[0].Shape[1]
                    * (r.Cell.WeightIh.Shape.Size + r.Cell.WeightHh.Shape.Size),
                _ => 0,
            };
        }

        private static long PerChannel(Shape weights) => weights.Size / Math.Max(1, weights[0]);
    }
}
