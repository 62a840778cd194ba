using System.Globalization;

namespace Backprop;

/// <summary>
/// Several optimizers that step as one, each with parameters and options of its own:
/// <c>new ParameterGroups(new AdamW(body) { LearningRate = 1e-4 }, new AdamW(head) { WeightDecay = 0 })</c>.
/// </summary>
/// <remarks>They may follow different rules. A <see cref="Schedule"/> changes each rate from its own start.</remarks>
public sealed class ParameterGroups : Optimizer
{
    private readonly Optimizer[] groups;

    /// <summary>Groups of parameters.</summary>
    /// <param name="groups">One optimizer for each group; no parameter may be in two.</param>
    public ParameterGroups(params IReadOnlyList<Optimizer> groups)
        : base((groups ?? throw new ArgumentNullException(nameof(groups))).SelectMany(group => group.Parameters)) =>
        this.groups = [.. groups];

    /// <summary>The rate of the first group. Setting it changes the rates of all in the same proportion.</summary>
    /// <exception cref="InvalidOperationException">It is 0, and a proportion to 0 says nothing.</exception>
    public override double LearningRate
    {
        get => groups[0].LearningRate;
        set
        {
            double before = LearningRate;
            if (before == 0)
            {
                throw new InvalidOperationException(
                    "The first group's learning rate is 0, so there is no proportion to keep. Set each group's.");
            }
            foreach (var group in groups)
                group.LearningRate = group.LearningRate == before ? value : group.LearningRate * (value / before);
        }
    }

    internal override IReadOnlyList<Optimizer> Groups => [.. groups.SelectMany(group => group.Groups)];

    /// <inheritdoc/>
    public override void Step()
    {
        if (CheckGradients)
            ThrowIfNotFinite();
        foreach (var group in groups)
            group.Step();
    }

    /// <summary>The states of all groups; names begin with the group's place: <c>1.0.velocity</c>.</summary>
    public override Dictionary<string, Tensor> State()
    {
        var state = new Dictionary<string, Tensor>();
        for (int i = 0; i < groups.Length; i++)
        {
            foreach (var (name, tensor) in groups[i].State())
                state[Prefix(i) + name] = tensor;
        }
        return state;
    }

    /// <inheritdoc/>
    public override void Load(IReadOnlyDictionary<string, Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var before = State();
        int known = Enumerable.Range(0, groups.Length).Sum(i => Part(state, i).Count);
        if (known != state.Count)
        {
            throw new ArgumentException($"The state is not one of {groups.Length} groups: its names should begin with "
                + $"0. to {groups.Length - 1}.");
        }
        try
        {
            LoadParts(state);
        }
        catch (ArgumentException)
        {
            LoadParts(before);
            throw;
        }
    }

    private void LoadParts(IReadOnlyDictionary<string, Tensor> state)
    {
        for (int i = 0; i < groups.Length; i++)
            groups[i].Load(Part(state, i));
    }

    private static Dictionary<string, Tensor> Part(IReadOnlyDictionary<string, Tensor> state, int group) =>
        state.Where(entry => entry.Key.StartsWith(Prefix(group), StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[Prefix(group).Length..], entry => entry.Value);

    private static string Prefix(int group) => string.Create(CultureInfo.InvariantCulture, $"{group}.");
}
