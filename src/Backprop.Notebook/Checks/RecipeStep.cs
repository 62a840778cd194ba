namespace Backprop;

/// <summary>One operation of a <see cref="Recipe"/>.</summary>
/// <param name="Do">One of <c>+</c>, <c>*</c>, <c>tanh</c>, <c>relu</c>, <c>pow</c>.</param>
/// <param name="A">The place of the first number: an input or an earlier result.</param>
/// <param name="B">The place of the second number; −1 where there is none.</param>
/// <param name="K">The exponent of <c>pow</c>.</param>
public sealed record RecipeStep(string Do, int A = -1, int B = -1, double K = 0);
