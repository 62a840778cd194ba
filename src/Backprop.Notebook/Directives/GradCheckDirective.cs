using Backprop.Display;

namespace Backprop;

/// <summary><c>#!gradcheck f --at x</c></summary>
internal static class GradCheckDirective
{
    private const string What = "function", At = "--at";

    public static Directive Create() => new("#!gradcheck", "compares the gradients of a function or a network with nudges", Run)
    {
        Arguments =
        [
            DirectiveOption.Of<string>(What, "a function of one to three tensors, or a network") with
            {
                IsRequired = true,
                Completions = host => host.Variables.Where(v => v.Value is Delegate or Module).Select(v => v.Name),
            },
        ],
        Options =
        [
            DirectiveOption.Value<Tensor>(At, "the tensors at which it is checked, with commas between")
                with { IsRequired = true },
            DirectiveOption.Of<bool>("--second", "checks the gradient of the gradient"),
        ],
    };

    private static async Task Run(DirectiveCall call)
    {
        Tensor[] inputs = await Inputs(call);
        string what = call.Get<string>(What);
        if (call.Host.Variables.FirstOrDefault(v => v.Name == what)?.Value is Module net)
        {
            if (inputs.Length != 1)
                throw new DirectiveException($"{At}: a network takes one tensor, not {inputs.Length}.", At);
            if (call.Get<bool>("--second"))
                throw new DirectiveException("--second: only functions are checked so.", "--second");
            Show.display(ModuleGradients.Check(net, inputs[0]));
            return;
        }
        Func<Tensor[], Tensor> function = await Function(call, inputs.Length);
        GradCheckResult result = call.Get<bool>("--second")
            ? GradCheck.OfSecond(function, inputs)
            : GradCheck.OfAll(function, inputs);
        Show.display($"{(result.Passed ? "ok" : "WRONG")}: {result.Message}");
    }

    private static async Task<Tensor[]> Inputs(DirectiveCall call)
    {
        string text = call.Get<string>(At);
        if (text.Contains('(', StringComparison.Ordinal) || text.Contains('[', StringComparison.Ordinal))
            return [await call.Value<Tensor>(At)];
        var inputs = new List<Tensor>();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
            inputs.Add(await call.Value<Tensor>(At, part));
        return [.. inputs];
    }

    private static async Task<Func<Tensor[], Tensor>> Function(DirectiveCall call, int inputs)
    {
        switch (inputs)
        {
            case 1:
                var one = await call.Value<Func<Tensor, Tensor>>(What);
                return x => one(x[0]);
            case 2:
                var two = await call.Value<Func<Tensor, Tensor, Tensor>>(What);
                return x => two(x[0], x[1]);
            case 3:
                var three = await call.Value<Func<Tensor, Tensor, Tensor, Tensor>>(What);
                return x => three(x[0], x[1], x[2]);
            default:
                throw new DirectiveException($"{At}: at most 3 tensors, not {inputs}.", At);
        }
    }
}
