using Backprop.Display;
using Backprop.Graphs;

namespace Backprop;

/// <summary>
/// <c>#!graph NAME</c>: draws the graph behind a variable, with the names of the notebook's variables and parameters.
/// </summary>
public static class GraphDirective
{
    private const int FewestBoxes = 5;
    private const int MostBoxes = 120;
    private const int MostItems = 1000;

    /// <summary>The directive.</summary>
    public static Directive Create() => new(
        "#!graph", "draws the calculation behind a variable, to step through forwards and backwards", Run)
    {
        Arguments =
        [
            DirectiveOption.Of<string>("name", "a tensor, a scalar graph, or a node of a class of your own") with
            {
                IsRequired = true,
                Completions = host => host.Variables.Where(MayHaveGraph).Select(variable => variable.Name).Reverse(),
            },
        ],
        Options =
        [
            DirectiveOption.Of<string?>("--from", "the node that slopes are taken by; every input if left out"),
            DirectiveOption.Of<string?>("--to", "the node whose slopes are taken; the output if left out"),
            DirectiveOption.Of<int>("--nodes", "how many boxes to draw at most, about; larger graphs are folded") with
            {
                Default = GraphRequest.UsualBoxes,
            },
            DirectiveOption.Of<int>("--step", "the step that is shown first; the last if left out"),
        ],
    };

    private static Task Run(DirectiveCall call)
    {
        string name = call.Get<string>("name");
        object value = call.Variable<object>("name");
        int boxes = call.Get<int>("--nodes");
        if (boxes is < FewestBoxes or > MostBoxes)
        {
            throw new DirectiveException(
                $"--nodes is {boxes}; {FewestBoxes} to {MostBoxes} boxes can be drawn.", "--nodes");
        }
        var request = new GraphRequest
        {
            From = call.Get<string?>("--from"),
            To = call.Get<string?>("--to"),
            MostBoxes = boxes,
            Step = call.Has("--step") ? call.Get<int>("--step") : null,
            Names = [.. Names(call.Host.Variables)],
        };
        Graph graph = Attempt($"{name}: ", "name", () => Graph.Of(value));
        Show.display(Attempt("", null, () => GraphFormatter.ToBundle(graph, request)));
        return Task.CompletedTask;
    }

    private static T Attempt<T>(string before, string? option, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            throw new DirectiveException(before + problem.Message, option);
        }
    }

    private static bool MayHaveGraph(SessionVariable variable) => variable.Value switch
    {
        null => false,
        Tensor tensor => tensor.Origin is not null,
        Graph or ScalarGraph => true,
        _ => variable.Value.GetType().GetMember("Inputs").Length > 0,
    };

    /// <summary>
    /// What the notebook calls its tensors and nodes: <c>loss</c>, <c>weights[0]</c>, <c>net.0.weight</c>. Variables
    /// come before what is inside them.
    /// </summary>
    private static IEnumerable<(string Name, object Value)> Names(IReadOnlyList<SessionVariable> variables)
    {
        SessionVariable[] known = [.. variables.Where(variable => variable.Value is not null)];
        foreach (SessionVariable variable in known.Where(variable => !variable.Value!.GetType().IsValueType))
            yield return (variable.Name, variable.Value!);
        foreach (SessionVariable variable in known)
        {
            switch (variable.Value)
            {
                case Module module:
                    foreach (var (name, parameter) in module.NamedParameters)
                        yield return ($"{variable.Name}.{name}", parameter);
                    break;
                case IReadOnlyList<object> { Count: < MostItems } list:
                    for (int i = 0; i < list.Count; i++)
                    {
                        if (list[i] is { } item && !item.GetType().IsValueType)
                            yield return (FormattableString.Invariant($"{variable.Name}[{i}]"), item);
                    }
                    break;
            }
        }
    }
}
