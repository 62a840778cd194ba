namespace Backprop.Checks;

/// <summary>One thing that is checked.</summary>
/// <param name="Name">In words that a learner knows.</param>
/// <param name="Points">What it earns.</param>
/// <param name="Needs">Parts before it; while one of them is not right, this one waits: one cause, one message.</param>
public abstract record Part(string Name, double Points, IReadOnlyList<string> Needs)
{
    /// <summary>How long one run of the test may take; a part that trains a network needs more than most.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The type of function that the test calls.</summary>
    internal abstract Type AnswerType { get; }

    /// <summary>Runs the test on an answer of that type.</summary>
    /// <returns>Why it is not right, or null if it is.</returns>
    internal abstract string? Test(Delegate answer, Random random);
}

/// <summary>One thing that is checked, on an answer of a known type.</summary>
/// <typeparam name="TAnswer">A delegate over numbers, arrays, tuples and flat records.</typeparam>
public sealed record Part<TAnswer> : Part
    where TAnswer : Delegate
{
    private readonly Func<TAnswer, Random, string?> test;

    /// <summary>Makes a part.</summary>
    /// <param name="name">In words that a learner knows.</param>
    /// <param name="points">What it earns.</param>
    /// <param name="test">
    /// Calls the answer and says why it is not right: the smallest input that shows it, what came and what should, the
    /// likely cause, the next step; null if it is right. Random inputs come from the generator it is given.
    /// </param>
    /// <param name="needs">Parts before it that it builds on.</param>
    public Part(string name, double points, Func<TAnswer, Random, string?> test, params string[] needs)
        : base(name, points, needs)
    {
        this.test = test;
    }

    internal override Type AnswerType => typeof(TAnswer);

    internal override string? Test(Delegate answer, Random random) => test((TAnswer)answer, random);
}
