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
    public void Single_numbers_have_values_and_local_derivatives_as_long_as_backward_may_read_them()
    {
        Tensor a = 2, b = -3;
        var y = ((a.RequireGrad() * b.RequireGrad()) + 1).Square();
        var graph = y.Graph;
        Assert.Equal([2, -3, -6, -5, 25], graph.Nodes.Select(n => n.Value));
        Assert.Equal([-3, 2, 1, -10], graph.Edges.Select(e => e.Local));
        y.Backward();
        Assert.All(y.Graph.Edges, edge => Assert.Null(edge.Local));
        Assert.Equal(30, y.Graph.Nodes[0].Gradient);
    }

    [Fact]
    public void A_number_that_was_changed_in_place_has_no_local_derivative()
    {
        Tensor a = 2;
        var y = a.RequireGrad().Square();
        a.Overwrite(Ops.Programs.Fill, [], [5]);
        Assert.Null(Assert.Single(y.Graph.Edges).Local);
    }

    [Fact]
    public void Nodes_name_what_they_are_a_picture_of()
    {
        var w = Tensor.Ones(2).RequireGrad();
        var loss = w.Sum();
        Assert.Same(w.Origin, loss.Graph.Nodes[0].Source);
        Assert.Same(w, loss.Graph.Nodes[0].Tensor);
        Assert.Same(loss, loss.Graph.Nodes[1].Tensor);
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
