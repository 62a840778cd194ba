namespace Backprop.Checks;

/// <summary>The exercises of one lesson. Derive from it in <c>checks/NN.cs</c>; it is found by itself.</summary>
public abstract class Lesson
{
    /// <summary>The exercises, in the order of the lesson.</summary>
    public abstract IReadOnlyList<Exercise> Exercises { get; }
}
