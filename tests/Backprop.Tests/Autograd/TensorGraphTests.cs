using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class TensorGraphTests
{
    [Fact]
    public void The_graph_of_a_loss_lists_its_ops_after_their_inputs()
    {
        Tensor w = 3, x = [1, 2];
        w.RequireGrad();
        var loss = (x * w + w).Sum();
        loss.Backward();
        var graph = loss.Graph;
        Assert.Equal(["Leaf₁", "Multiply", "Add", "Sum"], graph.Nodes.Select(n => n.Name));
        Assert.Equal([(0, 1), (1, 2), (0, 2), (2, 3)], graph.Edges.Select(e => (e.From, e.To)));
        Assert.Equal("Sum", graph.Nodes[graph.Output].Name);
        Assert.Equal(3, graph.Nodes[0].Value);
        Assert.Equal(5, graph.Nodes[0].Gradient);
        Assert.Equal("[2]", graph.Nodes[1].Shape);
    }

    [Fact]
    public void Deep_graphs_are_listed_without_recursion()
    {
        Tensor x = 1, y = x.RequireGrad();
        for (int i = 0; i < 20_000; i++)
            y = -y;
        Assert.Equal(20_001, y.Graph.Nodes.Count);
    }

    [Fact]
    public void A_tensor_without_a_past_says_so() => Assert.Contains("RequireGrad()",
        MessageOf<InvalidOperationException>(() => _ = Tensor.Ones(1).Graph), StringComparison.Ordinal);
}
