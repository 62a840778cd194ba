using Backprop.Display;

namespace Backprop.Graphs;

/// <summary>What a step through a calculation of tensors says.</summary>
internal static class TensorStepWords
{
    private const int MostNames = 3;

    /// <summary>A tensor is made.</summary>
    public static string Forward(GraphView view, GraphNode node)
    {
        if (node.Source is not Node made)
            return StepWords.Forward(view, node);
        if (view.Scalar is not null && node.Value is not null)
            return StepWords.Forward(view, node);
        if (made.Op is null)
            return $"Forward. {Named(node)} is a leaf that asks for its gradient.";
        string[] from = [.. view.Shown.Into(node.Id).Select(edge => Named(view.Shown.Nodes[edge.From]))];
        int constants = TensorNodes.Constants(made);
        string data = constants switch
        {
            0 => "",
            1 => " and a tensor that needs no gradient",
            _ => $" and {constants} tensors that need no gradient",
        };
        string repeated = Repeated(view, node) is { Length: > 0 } names ? $" {names} is broadcast to fit." : "";
        string result = Shape(node) is { Length: > 0 } shape ? shape : "a number";
        return $"Forward. {made.Name} makes {Own(node, made)}{result} from {List(from)}{data}.{repeated}";
    }

    /// <summary>A tensor's gradient is complete.</summary>
    public static string Backward(GraphView view, GraphNode node)
    {
        if (node.Source is not Node made || view.Scalar is not null)
            return StepWords.Backward(view, node);
        string name = Named(node);
        if (node.Id == view.Shown.Output)
            return $"Backward. Start at the output: the gradient of {node.Name} by itself is 1.";
        string[] users =
        [
            .. view.Shown.OutOf(node.Id).Select(edge => GraphView.NameOf(view.Shown.Nodes[edge.To])).Distinct(),
        ];
        int edges = view.Folded.Originals[node.Id] is var id && id >= 0 ? view.Whole.OutOf(id).Count : users.Length;
        string arrives = edges == 1
            ? $"Backward. The gradient of {name} arrives from {users[0]}"
            : $"Backward. The gradient of {name} is the sum of {GraphView.Count(edges, "part")}, from {List(users)}";
        bool isSummed = view.Shown.OutOf(node.Id)
            .Any(edge => view.Shown.Nodes[edge.To].Source is Node user && TensorNodes.IsBroadcast(made, user));
        string broadcast = isSummed ? ", added up over the axes along which it was broadcast" : "";
        return $"{arrives}{broadcast}.{Arrived(node)}";
    }

    /// <summary>What has arrived at a tensor that keeps its gradient.</summary>
    private static string Arrived(GraphNode node)
    {
        if (node.Tensor?.Grad is not { } gradient)
            return "";
        return node.Gradient is { } number
            ? $" It is {NumberText.Significant(number, 5)}."
            : TensorNodes.Norm(gradient) is { } norm ? $" Its length is {NumberText.Significant(norm)}." : "";
    }

    private static string Repeated(GraphView view, GraphNode node)
    {
        IEnumerable<string> names = view.Shown.Into(node.Id)
            .Select(edge => view.Shown.Nodes[edge.From])
            .Where(input => input.Source is Node from && TensorNodes.IsBroadcast(from, (Node)node.Source!))
            .Select(input => input.Name);
        return string.Join(" and ", names);
    }

    private static string Named(GraphNode node) =>
        node.Source is NodeGroup group ? $"{group.Title} ({group.What})" : $"{node.Name} {Shape(node)}".TrimEnd();

    private static string Own(GraphNode node, Node made) =>
        node.Name.StartsWith(made.Name, StringComparison.Ordinal) ? "" : node.Name + " ";

    private static string Shape(GraphNode node) => node.Source is Node made ? TensorNodes.Shape(made) : "";

    private static string List(string[] names) => names.Length <= MostNames
        ? string.Join(" and ", names)
        : $"{string.Join(", ", names.Take(MostNames))} and {names.Length - MostNames} more";
}
