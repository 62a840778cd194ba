using Backprop.Display;
using Backprop.Tests.Display;

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
    public void Arithmetic_is_counted_two_for_each_multiplication_with_its_addition()
    {
        Sequential net = [new Conv2d(1, 8, kernel: 3, padding: 1), new Relu(), new Flatten(), new Linear(8 * 49, 10)];
        ModuleSummary summary = net.Summary(2, 1, 7, 7);
        Assert.Equal([2L * 2 * 8 * 49 * 9, 0, 0, 2L * 2 * 392 * 10], summary.Rows.Select(r => r.Flops));
        Assert.Equal(summary.Rows.Sum(r => r.Flops), summary.Flops);
    }

    [Fact]
    public void Activations_are_what_layers_hand_on_and_a_view_costs_nothing()
    {
        Sequential net = [new Linear(4, 8), new Relu(), new Flatten(), new Linear(8, 2)];
        Assert.Equal([3 * 8 * 4L, 3 * 8 * 4, 0, 3 * 2 * 4], net.Summary(3, 4).Rows.Select(r => r.ActivationBytes));
    }

    [Fact]
    public void Recurrent_layers_count_each_step()
    {
        ModuleSummary summary = new Lstm(16, 32).Summary(4, 10, 16);
        Assert.Equal("[4, 10, 32]", summary.Output.ToString());
        Assert.Equal(2L * 4 * 10 * 4 * 32 * (16 + 32), summary.Flops);
    }

    [Fact]
    public void Layers_in_a_module_of_ones_own_tell_what_came_out_of_them()
    {
        ModuleSummary summary = new LeNet().Summary(4, 1, 28, 28);
        Assert.Equal(
            ["[4, 10]", "[4, 6, 28, 28]", "[4, 16, 10, 10]", "[4, 120]", "[4, 84]", "[4, 10]"],
            summary.Rows.Select(r => r.Output.ToString()));
    }

    [Fact]
    public void Symbols_go_into_a_net_that_looks_up_vectors()
    {
        ModuleSummary summary = new Gpt(65, 32).Summary(2, 16);
        Assert.Equal(DType.Int32, summary.InputType);
        Assert.Equal("[2, 16, 65]", summary.Output.ToString());
        Assert.Equal("[2, 16, 64]", summary.Rows.Single(r => r.Name == "tokens").Output.ToString());
    }

    [Fact]
    public void Nothing_is_computed_for_a_summary()
    {
        var counting = new Counting();
        _ = new ModuleSummary(counting, [2, 3]);
        Assert.Equal([0L], counting.Launches);
        _ = counting.Forward(Tensor.Zeros(2, 3));
        Assert.Equal(1, counting.Launches[1]);
    }

    [Fact]
    public void A_layer_that_looks_at_the_numbers_gets_numbers()
    {
        ModuleSummary summary = new LooksAtNumbers().Summary(2, 3);
        Assert.Equal("[2, 3]", summary.Output.ToString());
    }

    [Fact]
    public void A_layer_that_does_not_fit_is_named_and_the_later_ones_are_not_reached()
    {
        Sequential net = [new Linear(784, 64), new Linear(32, 10), new Relu()];
        ModuleSummary summary = net.Summary(8, 784);
        Assert.Equal("1", summary.Failed!.Name);
        Assert.Contains("takes 32 features", summary.Failed.Error, StringComparison.Ordinal);
        Assert.Equal("[8, 64]", summary.Given.ToString());
        Assert.Null(summary.Rows[2].Output);
        Assert.Contains("[FAIL] 1: ", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_deep_inside_that_does_not_fit_is_found()
    {
        Sequential net = [new Linear(8, 8), new Residual([new Linear(8, 4), new Relu(), new Linear(3, 8)])];
        Assert.Equal("1.body.2", net.Summary(2, 8).Failed!.Name);
    }

    [Fact]
    public void An_error_between_the_layers_of_a_module_of_ones_own_is_that_modules()
    {
        var net = new Wrong();
        ModuleSummary summary = net.Summary(2, 4);
        Assert.Same(net, summary.Failed!.Module);
        Assert.Contains("between", summary.Failed.Error, StringComparison.Ordinal);
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

    [Fact]
    public void Long_nets_are_cut_and_say_so()
    {
        var layers = new List<Layer>();
        for (int i = 0; i < 300; i++)
            layers.Add(new Linear(2, 2));
        Sequential net = new([.. layers]);
        Assert.Contains("Showing 200 of 300 layers.", net.Summary(1, 2).ToString(), StringComparison.Ordinal);
        string html = Html(net.Summary(1, 2));
        Assert.Contains("Showing 160 of 300 layers.", html, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), 1, 200_000);
        Markup.AssertWellFormed(html);
    }

    [Fact]
    public void An_error_that_came_out_of_a_net_draws_the_net()
    {
        Sequential net = [new Linear(784, 64), new Linear(32, 10), new Relu()];
        var error = Assert.Throws<ArgumentException>(() => net.Forward(Tensor.Zeros(8, 784)));
        string html = Html(error);
        Assert.Contains("✗ stopped at layer 1", html, StringComparison.Ordinal);
        Assert.Contains("was given [8, 64]", html, StringComparison.Ordinal);
        Assert.Contains("not reached", html, StringComparison.Ordinal);
        Markup.AssertWellFormed(html);
    }

    [Fact]
    public void Errors_from_elsewhere_are_shown_as_ever() =>
        Assert.Contains("InvalidOperationException", Html(new InvalidOperationException("x")), StringComparison.Ordinal);

    [Fact]
    public void What_a_module_calls_itself_is_text()
    {
        string html = Html(new Sequential(new Named(), new Linear(2, 2)).Summary(1, 2));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        html = Html(new Sequential(new Named(), new Linear(9, 2)).Summary(1, 2));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    private static string Html(object value)
    {
        NotebookDefaults.Register();
        return (string)Formatter.ToBundle(value).Formats[MimeBundle.Html];
    }

    private sealed class Counting : Module
    {
        // No other test computes on this device.
        private readonly Tensor number = Tensor.Ones(2, 3).To(Device.Reference);

        public List<long> Launches { get; } = [];

        public override Tensor Forward(Tensor x)
        {
            long before = Device.Reference.Launches;
            _ = number + number;
            Launches.Add(Device.Reference.Launches - before);
            return x;
        }
    }

    private sealed class LooksAtNumbers : Module
    {
        public override Tensor Forward(Tensor x)
        {
            Tensor one = (x * 0) + 1;
            return one.Sum().Item() == 6 ? x : throw new InvalidOperationException("no numbers");
        }
    }

    private sealed class Wrong : Module
    {
        public Linear First { get; } = new(4, 4);

        public override Tensor Forward(Tensor x) => throw new InvalidOperationException("between the layers");
    }

    private sealed class Named : Module
    {
        public override Tensor Forward(Tensor x) => x;

        public override string ToString() => "<script>alert(1)</script>";
    }
}
