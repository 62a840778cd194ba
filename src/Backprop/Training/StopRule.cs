namespace Backprop;

/// <summary>
/// When to stop a training: <see cref="LossBelow"/>, <see cref="GradientNormBelow"/>, <see cref="NoImprovement"/>,
/// <see cref="MostIterations"/>, or several of them, <c>new LossBelow(1e-6) | new MostIterations(1000)</c>.
/// </summary>
public abstract record StopRule
{
    /// <summary>Looks at where the training stands.</summary>
    /// <returns>Why to stop, as a sentence; null to go on.</returns>
    public abstract string? Check(StoppingPoint now);

    /// <summary>All that is remembered from check to check, as named numbers (float64 of shape []). A rule that
    /// remembers nothing has none.</summary>
    public virtual Dictionary<string, Tensor> State() => [];

    /// <summary>Takes over what <see cref="State"/> gave.</summary>
    /// <exception cref="ArgumentException">The state is that of another rule.</exception>
    public virtual void Load(IReadOnlyDictionary<string, Tensor> state) => new StateReader(state, this).Finish();

    /// <summary>Either of two rules.</summary>
    public static StopRule operator |(StopRule a, StopRule b) => new EitherRule(a, b);

    /// <summary>Either of two rules.</summary>
    public static StopRule BitwiseOr(StopRule a, StopRule b) => a | b;

    // Both are asked, so that a rule that remembers misses nothing.
    private sealed record EitherRule(StopRule A, StopRule B) : StopRule
    {
        public override string? Check(StoppingPoint now)
        {
            string? a = A.Check(now), b = B.Check(now);
            return a ?? b;
        }

        public override Dictionary<string, Tensor> State() =>
            A.State().Select(e => KeyValuePair.Create("a." + e.Key, e.Value))
                .Concat(B.State().Select(e => KeyValuePair.Create("b." + e.Key, e.Value))).ToDictionary();

        public override void Load(IReadOnlyDictionary<string, Tensor> state)
        {
            A.Load(Part(state, "a."));
            B.Load(Part(state, "b."));
        }

        private static Dictionary<string, Tensor> Part(IReadOnlyDictionary<string, Tensor> state, string prefix) =>
            state.Where(e => e.Key.StartsWith(prefix, StringComparison.Ordinal))
                .ToDictionary(e => e.Key[prefix.Length..], e => e.Value);
    }
}
