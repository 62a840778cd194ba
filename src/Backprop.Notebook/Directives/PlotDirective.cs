using Backprop.Display;

namespace Backprop;

/// <summary><c>#!plot history</c>, <c>#!plot y --x x</c>, <c>#!plot "x => x * x" --from -2 --to 2</c></summary>
internal static class PlotDirective
{
    private const string What = "what";

    public static Directive Create() => new("#!plot", "draws numbers, a tensor, a training, a function, a network", Run)
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
            DirectiveOption.Value<TensorDataset>("--data", "the examples that a network is shown: a data set or a tensor"),
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
        Show.display(Styled(call, value switch
        {
            Func<Tensor, Tensor> function => FunctionPlot.Of(function, text, call),
            Module net => await NetworkPlots.Of(net, text, call),
            _ => Draw(value, await X(call), call, text),
        }));
    }

    private static object Draw(object value, IReadOnlyList<double>? x, DirectiveCall call, string text)
    {
        try
        {
            return PlotKinds.Draw(value, x, call, text);
        }
        catch (ArgumentException error)
        {
            throw new DirectiveException($"{text}: {error.Message}", What);
        }
    }

    private static object Styled(DirectiveCall call, object picture)
    {
        if (picture is not Chart chart)
        {
            string? given = call.Has("--title") ? "--title" : call.Get<bool>("--log") ? "--log" : null;
            return given is null
                ? picture
                : throw new DirectiveException($"{given}: this picture has its own. Leave the option out.", given);
        }
        if (call.Has("--title"))
            chart = chart.WithTitle(call.Get<string>("--title"));
        return call.Get<bool>("--log") ? chart.WithYAxisStyle(Log: true) : chart;
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
