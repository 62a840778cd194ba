namespace Backprop;

/// <summary>How a loss joins its terms, one for each element or row.</summary>
public enum Reduction
{
    /// <summary>Their mean: the size of a step does not depend on the size of the batch.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Not at all: the terms themselves.</summary>
    None,
}
