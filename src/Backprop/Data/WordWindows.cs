namespace Backprop;

/// <summary>
/// Words with their neighbours, and whether the word in the middle names a place. Inputs <c>[n, window]</c>, int32
/// codes of the vocabulary; targets <c>[n, 1]</c>, 1 for a place.
/// </summary>
/// <param name="Train">To learn from.</param>
/// <param name="Test">Other sentences, with other places: their names are <c>&lt;unk&gt;</c>, so only the neighbours
/// tell.</param>
/// <param name="Vocabulary">The words.</param>
public sealed record WordWindows(TensorDataset Train, TensorDataset Test, Vocabulary Vocabulary);
