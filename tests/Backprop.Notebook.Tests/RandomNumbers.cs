namespace Backprop.Tests;

/// <summary>Tests that expect certain random numbers must not run while others draw from the one source of
/// them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class RandomNumbers
{
    public const string Name = "random numbers";
}
