namespace Backprop;

/// <summary>
/// A formula as data, so that a check can hand it to a learner's class without knowing that class: numbers go in as
/// <c>0 … Inputs.Length − 1</c>, then each step adds one result; the last step is the output.
/// </summary>
/// <param name="Inputs">The numbers to start from.</param>
/// <param name="Steps">What to do, one after the other.</param>
public sealed record Recipe(double[] Inputs, RecipeStep[] Steps);
