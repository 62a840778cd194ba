namespace Backprop.Checks;

/// <summary>One exercise: its parts with points, and its hints.</summary>
/// <param name="id">Such as <c>L08.d</c>: the lesson, then a letter.</param>
/// <param name="title">As the lesson prints it.</param>
public sealed class Exercise(string id, string title)
{
    /// <summary>Such as <c>L08.d</c>.</summary>
    public string Id { get; } = id;

    /// <summary>As the lesson prints it.</summary>
    public string Title { get; } = title;

    /// <summary>The function that the learner writes, as C#: <c>double[] S(int nodes, …, int o)</c>.</summary>
    public required string Signature { get; init; }

    /// <summary>The parts, in the order in which they are looked at.</summary>
    public required IReadOnlyList<Part> Parts { get; init; }

    /// <summary>Where to look, the idea, the steps; the last one is not the solution.</summary>
    public required IReadOnlyList<string> Hints { get; init; }
}
