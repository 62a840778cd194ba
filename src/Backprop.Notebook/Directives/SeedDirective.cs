using Backprop.Display;

namespace Backprop;

/// <summary><c>#!seed 7</c></summary>
internal static class SeedDirective
{
    public static Directive Create() => new("#!seed", "starts the random numbers at a known place, so that cells repeat", Run)
    {
        Arguments = [DirectiveOption.Of<long>("seed", "any whole number") with { IsRequired = true }],
    };

    private static Task Run(DirectiveCall call)
    {
        Tensor.Seed(call.Get<long>("seed"));
        return Task.CompletedTask;
    }
}
