namespace Backprop;

/// <summary>
/// While it is open, hears of every operation of this thread, whether or not a gradient is wanted: what an exporter
/// writes down. Anything else is a constant, made without an operation.
/// </summary>
internal sealed class OpTrace : IDisposable
{
    // One read on the way of every op where nobody traces.
    private static int open;

    [ThreadStatic]
    private static OpTrace? current;

    private readonly OpTrace? outer;
    private readonly List<Step> steps = [];
    private readonly List<Tensor> reads = [];
    private readonly Dictionary<object, Shape> outputs = new(ReferenceEqualityComparer.Instance);
    private object? layer;

    internal OpTrace()
    {
        outer = current;
        current = this;
        Interlocked.Increment(ref open);
    }

    /// <summary>One operation.</summary>
    /// <param name="Maker">What was done: an op, or what stands for several.</param>
    /// <param name="Layer">The innermost layer that said so, see <see cref="Enter"/>.</param>
    /// <param name="Inputs">What it was made from.</param>
    /// <param name="Results">What came out.</param>
    /// <param name="Versions">How often the memory of each input, and of the first result, had been written to.</param>
    internal sealed record Step(object Maker, object? Layer, Tensor[] Inputs, Tensor[] Results, int[] Versions)
    {
        /// <summary>True if something of it was written to afterwards.</summary>
        internal bool IsOutdated => !VersionsOf(Inputs, Results).AsSpan().SequenceEqual(Versions);

        internal static int[] VersionsOf(ReadOnlySpan<Tensor> inputs, Tensor[] results)
        {
            var versions = new int[inputs.Length + 1];
            for (int i = 0; i < inputs.Length; i++)
                versions[i] = inputs[i].Storage.Version;
            versions[^1] = results[0].Storage.Version;
            return versions;
        }
    }

    /// <summary>What happened, in its order.</summary>
    internal IReadOnlyList<Step> Steps => steps;

    /// <summary>Tensors whose numbers became numbers of C#.</summary>
    internal IReadOnlyList<Tensor> Reads => reads;

    /// <summary>What came out of the layers of which <see cref="Leave"/> was said.</summary>
    internal IReadOnlyDictionary<object, Shape> Outputs => outputs;

    internal static void Tell(object maker, Tensor result, params ReadOnlySpan<Tensor> inputs)
    {
        if (open > 0)
            Hear(maker, result, inputs);
    }

    internal static void TellRead(Tensor tensor)
    {
        if (open > 0)
            current?.reads.Add(tensor);
    }

    /// <summary>Says which layer works from here on, and gives the one before.</summary>
    internal static object? Enter(object? layer)
    {
        if (open == 0 || current is not { } trace)
            return null;
        var before = trace.layer;
        trace.layer = layer;
        return before;
    }

    /// <summary>Says that a layer is done, and which works on.</summary>
    internal static void Leave(object layer, Tensor result, object? outer)
    {
        if (open == 0 || current is not { } trace)
            return;
        trace.outputs[layer] = result.Shape;
        trace.layer = outer;
    }

    /// <summary>Where the trace stands, for <see cref="Fold"/>.</summary>
    internal static int Mark() => open > 0 ? current?.steps.Count ?? 0 : 0;

    /// <summary>Puts one step in the place of all since a mark.</summary>
    internal static void Fold(int mark, object maker, Tensor[] inputs, Tensor[] results)
    {
        if (open == 0 || current is not { } trace)
            return;
        trace.steps.RemoveRange(mark, trace.steps.Count - mark);
        trace.Add(maker, results, inputs);
    }

    public void Dispose()
    {
        current = outer;
        Interlocked.Decrement(ref open);
    }

    private static void Hear(object maker, Tensor result, ReadOnlySpan<Tensor> inputs) =>
        current?.Add(maker, [result], inputs);

    private void Add(object maker, Tensor[] results, ReadOnlySpan<Tensor> inputs) =>
        steps.Add(new(maker, layer, inputs.ToArray(), results, Step.VersionsOf(inputs, results)));
}
