namespace Backprop.Tests.Notebook;

public class ModuleSummaryTests
{
    [Fact]
    public void A_summary_lists_layers_with_their_outputs_and_parameters()
    {
        Sequential net = [new Linear(784, 128), new Relu(), new Linear(128, 10)];
        ModuleSummary summary = net.Summary(32, 784);
        Assert.Equal(["[32, 128]", "[32, 128]", "[32, 10]"], summary.Rows.Select(r => r.Output.ToString()));
        Assert.Equal([100_480, 0, 1290], summary.Rows.Select(r => r.ParameterCount));
        Assert.Equal(101_770, summary.ParameterCount);
        Assert.Null(summary.Failed);
    }

    [Fact]
    public void A_layer_that_does_not_fit_is_named_and_the_later_ones_are_not_reached()
    {
        Sequential net = [new Linear(784, 64), new Linear(32, 10), new Relu()];
        ModuleSummary summary = net.Summary(8, 784);
        Assert.Equal("1", summary.Failed!.Name);
        Assert.Contains("takes 32 features", summary.Failed.Error, StringComparison.Ordinal);
        Assert.Null(summary.Rows[2].Output);
        Assert.Contains("[FAIL] 1: ", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_leaves_the_net_as_it_was()
    {
        Sequential net = [new Linear(4, 2)];
        _ = net.Summary(1, 4);
        Assert.True(net.IsTraining);
        Assert.All(net.Parameters, p => Assert.Null(p.Grad));
    }

    [Fact]
    public void Modules_in_modules_are_listed_under_their_path()
    {
        Sequential net = [new Linear(4, 4), new Sequential(new Linear(4, 2), new Tanh())];
        Assert.Equal(["0", "1", "1.0", "1.1"], net.Summary(1, 4).Rows.Select(r => r.Name));
    }
}
