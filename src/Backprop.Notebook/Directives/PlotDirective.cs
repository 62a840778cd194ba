using Backprop.Display;

namespace Backprop;

/// <summary><c>#!plot history</c>, <c>#!plot y --x x</c>, <c>#!plot "x => x * x" --from -2 --to 2</c></summary>
internal static class PlotDirective
{
    private const string What = "what";

    public static Directive Create() => new("#!plot", "draws numbers, a tensor, a training, a function", Run)
    {
        Arguments =
        [
            DirectiveOption.Of<string>(What, "a variable, an expression, a function") with
            {
                IsRequired = true,
                Completions = host => host.Variables.Where(v => PlotKinds.CanDraw(v.Value)).Select(v => v.Name),
            },
        ],
        Options =
        [
            DirectiveOption.Choice("--kind", "how; what fits the value unless given", PlotKinds.All),
            DirectiveOption.Value<Tensor>("--x", "where the points stand; 0, 1, 2 … unless given"),
            DirectiveOption.Of<double>("--from", "where a function begins") with { Default = -3.0 },
            DirectiveOption.Of<double>("--to", "where a function ends") with { Default = 3.0 },
            DirectiveOption.Of<bool>("--slope", "draws the derivative beside a function"),
            DirectiveOption.Of<bool>("--log", "a logarithmic axis upwards"),
            DirectiveOption.Of<string>("--title", "the title"),
        ],
    };

    private static async Task Run(DirectiveCall call)
    {
        string text = call.Get<string>(What);
        SessionVariable? variable = call.Host.Variables.FirstOrDefault(v => v.Name == text);
        object value = variable?.Value is { } known and not Delegate ? known : await Evaluate(call, text);
        Chart chart = value is Func<Tensor, Tensor> function
            ? FunctionPlot.Of(function, text, call)
            : PlotKinds.Draw(value, await X(call), call, text);
        if (call.Has("--title"))
            chart = chart.WithTitle(call.Get<string>("--title"));
        if (call.Get<bool>("--log"))
            chart = chart.WithYAxisStyle(Log: true);
        Show.display(chart);
    }

    // Names of functions and lambdas have no type of their own; what is neither is any other expression.
    private static async Task<object> Evaluate(DirectiveCall call, string text)
    {
        bool isName = text.All(c => char.IsLetterOrDigit(c) || c is '_' or '.');
        if (!isName && !text.Contains("=>", StringComparison.Ordinal))
            return await call.Value<object>(What);
        try
        {
            return await call.Value<Func<Tensor, Tensor>>(What);
        }
        catch (DirectiveException error)
        {
            try
            {
                return FunctionPlot.OfNumbers(await call.Value<Func<double, double>>(What));
            }
            catch (DirectiveException)
            {
                throw isName && call.Host.Variables.All(v => v.Name != text)
                    ? new DirectiveException($"There is no variable and no function {text} that can be drawn.", What)
                    : error;
            }
        }
    }

    private static async Task<IReadOnlyList<double>?> X(DirectiveCall call) =>
        call.Has("--x") ? PlotKinds.Numbers(await call.Value<object>("--x"), "--x") : null;
}
