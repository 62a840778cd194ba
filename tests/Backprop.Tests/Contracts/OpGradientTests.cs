using Backprop.Ops;

namespace Backprop.Tests;

/// <summary>Every op's gradient against nudging, once and, where it is smooth, twice.</summary>
public class OpGradientTests
{
    public static TheoryData<string> Names => [.. OpCases.All.Select(c => c.Name)];

    public static TheoryData<string> TwiceNames => [.. OpCases.All.Where(c => c.Twice).Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Backward_agrees_with_nudging(string name)
    {
        var op = Find(name);
        var result = GradCheck.OfAll(op.Function, op.Inputs);
        Assert.True(result.WorstError <= op.Tolerance, result.Message);
    }

    [Theory]
    [MemberData(nameof(TwiceNames))]
    public void The_gradient_of_the_gradient_agrees_with_nudging(string name)
    {
        var op = Find(name);
        var result = GradCheck.OfSecond(op.Function, op.Inputs);
        Assert.True(result.Passed, result.Message);
    }

    [Fact]
    public void Every_op_record_occurs_in_a_case()
    {
        var seen = new HashSet<Type>();
        foreach (var op in OpCases.All)
        {
            Tensor[] leaves = [.. op.Inputs.Select(x => x.DType.IsFloat() ? x.Detach().RequireGrad() : x)];
            var y = op.Function(leaves);
            Collect(y.Origin, seen);
            var gradients = Tensor.Gradients(y.Sum(), [.. leaves.Where(x => x.RequiresGrad)], createGraph: true);
            foreach (var gradient in gradients)
                Collect(gradient.Origin, seen);
        }
        var missing = typeof(Op).Assembly.GetTypes()
            .Where(t => typeof(Op).IsAssignableFrom(t) && !t.IsAbstract && !typeof(Comparison).IsAssignableFrom(t))
            .Except([typeof(Ops.Step)]) // its slope is 0 wherever it has one: nothing is recorded
            .Except(seen)
            .Select(t => t.Name);
        Assert.Empty(missing);
    }

    [Fact]
    public void Case_names_are_unique() => Assert.Equal(OpCases.All.Count(), OpCases.All.Select(c => c.Name).Distinct().Count());

    private static OpCase Find(string name) => OpCases.All.First(c => c.Name == name);

    private static void Collect(Node? start, HashSet<Type> seen)
    {
        var open = new Stack<Node>();
        var visited = new HashSet<Node>();
        if (start is not null)
            open.Push(start);
        while (open.TryPop(out var node))
        {
            if (!visited.Add(node))
                continue;
            if (node.Op is { } op)
                seen.Add(op.GetType());
            for (int i = 0; i < node.InputCount; i++)
            {
                if (node.Input(i) is { } input)
                    open.Push(input);
            }
        }
    }
}
