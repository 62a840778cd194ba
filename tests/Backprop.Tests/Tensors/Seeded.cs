namespace Backprop.Tests;

/// <summary>Tests that start the random numbers at a known place; they run one after the other.</summary>
[CollectionDefinition(nameof(Seeded), DisableParallelization = true)]
public class Seeded;
