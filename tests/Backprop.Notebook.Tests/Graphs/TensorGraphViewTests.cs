using System.Text.RegularExpressions;
using Backprop.Display;
using Backprop.Graphs;

namespace Backprop.Tests.Graphs;

/// <summary>What the graph of a calculation of tensors shows.</summary>
public class TensorGraphViewTests
{
    [Fact]
    public void Shapes_operations_and_gradients_stand_in_the_text()
    {
        string text = GraphFormatter.ToBundle(TensorGraphs.Layer()).PlainText;
        string[] lines = text.Split('\n');
        Assert.StartsWith("graph of Mean   2 leaves, 8 numbers   (8 nodes, 7 edges)", lines[0]);
        Assert.Matches(@"^MatMul +\[4, 2\]", lines.First(line => line.StartsWith("MatMul", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("Permute   transpose", StringComparison.Ordinal));
    }

    [Fact]
    public void The_length_of_a_gradient_is_that_of_the_tensor()
    {
        Tensor loss = TensorGraphs.LayerLoss(out Tensor weight, out _);
        loss.Backward();
        double[] slopes = weight.Grad!.ToArray<double>();
        string length = NumberText.Significant(Math.Sqrt(slopes.Sum(slope => slope * slope)));
        Assert.Contains(length, Markup(loss.Graph));
    }

    [Fact]
    public void Broadcasts_are_visible_on_the_edge_and_in_the_steps()
    {
        string html = Markup(TensorGraphs.Layer());
        Assert.Contains(">broadcast</text>", html);
        Assert.Contains("Leaf₂ is broadcast to fit.", html);
        Assert.Contains("added up over the axes along which it was broadcast", html);
        Assert.Contains("1 input without grad", html);
    }

    [Fact]
    public void Single_numbers_that_backward_may_still_read_have_values_and_slopes()
    {
        Graph graph = TensorGraphs.OneNumber(keepGraph: true);
        Assert.All(graph.Nodes, node => Assert.NotNull(node.Value));
        Assert.All(graph.Edges, edge => Assert.NotNull(edge.Local));
        var scalar = new ScalarGraph(graph);
        foreach (GraphNode leaf in graph.Nodes.Where(node => node.Name.StartsWith("Leaf", StringComparison.Ordinal)))
            Assert.Equal(leaf.Gradient!.Value, scalar.S(leaf.Name, scalar.Output), 6);
        Assert.Contains("Sum over paths", Markup(graph));
    }

    [Fact]
    public void After_backward_it_is_said_how_to_see_the_numbers()
    {
        string html = Markup(TensorGraphs.OneNumber(keepGraph: false));
        Assert.Contains("call Backward(keepGraph: true)", html);
        Assert.DoesNotContain("Sum over paths", html);
    }

    [Fact]
    public void Looking_at_a_graph_changes_nothing()
    {
        Tensor loss = TensorGraphs.LayerLoss(out Tensor weight, out _);
        GraphFormatter.ToBundle(loss.Graph);
        Assert.Null(weight.Grad);
        loss.Backward();
        Assert.NotNull(weight.Grad);
    }

    [Fact]
    public void It_is_said_where_nan_begins()
    {
        Tensor x = Tensor.From([1.0, -1.0]).RequireGrad();
        Graph graph = (x.Log() * x).Sum().Graph;
        Assert.EndsWith("NaN begins at Log: what it is made from is finite.", GraphFormatter.ToBundle(graph).PlainText);
        Assert.Equal(2, Regex.Count(Markup(graph), "class=\"box[^\"]* bad"));
    }

    [Fact]
    public void A_leaf_that_no_gradient_reached_is_named()
    {
        Tensor a = Tensor.From([1.0, 2.0]).RequireGrad();
        Tensor b = Tensor.From([1.0, 2.0]).RequireGrad();
        Tensor loss = (a * b).Sum();
        loss.Backward();
        b.Grad = null;
        Assert.Contains(
            "No gradient has reached Leaf₂; the other leaves have theirs.",
            GraphFormatter.ToBundle(loss.Graph).PlainText);
    }

    [Fact]
    public void Known_names_are_used()
    {
        Tensor loss = TensorGraphs.LayerLoss(out Tensor weight, out Tensor bias);
        var request = new GraphRequest { Names = [("loss", loss), ("W", weight), ("b", bias)] };
        string text = GraphFormatter.ToBundle(loss.Graph, request).PlainText;
        Assert.StartsWith("graph of loss", text);
        Assert.Contains("\nW ", text);
        Assert.DoesNotContain("Leaf", text);
        Assert.Matches(@"\nloss +Mean over all", text);
    }

    private static string Markup(Graph graph) => GraphFormatter.ToBundle(graph).Formats[MimeBundle.Html].ToString()!;
}
