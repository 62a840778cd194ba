using Backprop.Display;

namespace Backprop;

/// <summary><c>#!summary net --input 32,784</c></summary>
internal static class SummaryDirective
{
    public static Directive Create() => new("#!summary", "lists the layers of a network with shapes and parameters", Run)
    {
        Arguments = [DirectiveOption.Value<Module>("net", "the network, a variable") with { IsRequired = true }],
        Options = [DirectiveOption.Of<string>("--input", "the shape of an input, such as 32,784; without it the shapes of "
            + "the outputs stay open")],
    };

    private static async Task Run(DirectiveCall call)
    {
        var net = await call.Value<Module>("net");
        int[] shape = call.Has("--input") ? call.Numbers("--input") : [];
        Show.display(net.Summary(shape));
    }
}
