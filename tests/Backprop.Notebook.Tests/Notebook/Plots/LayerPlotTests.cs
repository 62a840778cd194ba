namespace Backprop.Tests.Notebook.Plots;

public class LayerPlotTests
{
    [Fact]
    public void Derivatives_of_activations_are_exact()
    {
        ActivationCurve curve = ActivationCurve.Of(Functional.Sigmoid, "Sigmoid", -6, 6);
        Assert.All(Enumerable.Range(0, curve.X.Length), i =>
        {
            double s = 1 / (1 + Math.Exp(-curve.X[i]));
            Assert.Equal(s, curve.Y[i], 12);
            Assert.Equal(s * (1 - s), curve.Slopes[i], 12);
        });
        // σ(1 − σ) = 0.05 at x = ±2.887.
        Assert.Equal(2, curve.FlatZones.Count);
        Assert.InRange(curve.FlatZones[0].To, -2.95, -2.88);
        Assert.InRange(curve.FlatZones[1].From, 2.88, 2.95);
    }

    [Fact]
    public void The_dip_of_a_GELU_is_not_saturation()
    {
        IReadOnlyList<(double From, double To)> zones = ActivationCurve.Of(Functional.Gelu, "Gelu", -6, 6).FlatZones;
        Assert.Single(zones);
        Assert.Equal(-6, zones[0].From);
        Assert.Contains("saturates nowhere", Plot.Activations(x => x * 2).Finding, StringComparison.Ordinal);
        Assert.Contains("saturated everywhere", Plot.Activations(new Step()).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saturated_layer_and_dead_units_are_counted()
    {
        Sequential net =
        [
            new Linear(2, 4)
            {
                Weight = Tensor.Zeros(4, 2).RequireGrad(),
                Bias = Tensor.From([10f, -10, 0, 0.5f]).RequireGrad(),
            },
            new Tanh(),
        ];
        // tanh′(±10) is 0 and tanh′(0), tanh′(0.5) are not, for each of the examples.
        Figure figure = Plot.Saturation(net, Tensor.Ones(5, 2));
        Assert.Contains("at 50 % of its values", figure.Finding, StringComparison.Ordinal);
        Assert.Contains("50 % give no gradient for any example", figure.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Softmax_and_dropout_are_no_activations_of_single_units()
    {
        Sequential net = [new Linear(3, 3), new Dropout(0.5), new Softmax()];
        string message = Assert.Throws<ArgumentException>(() => Plot.Saturation(net, Tensor.Ones(2, 3))).Message;
        Assert.Contains("found no activation", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_are_run_as_the_net_runs_them()
    {
        Tensor x = Tensor.Randn(4, 5);
        var mlp = new Mlp([5, 8, 3]);
        IReadOnlyList<LayerOutput> layers = LayerOutputs.Of(mlp, x, "test");
        Assert.Equal(["layers.0", "layers.1", "layers.2"], layers.Select(l => l.Name.ToLowerInvariant()));
        Assert.Equal(mlp.Forward(x).ToArray<float>(), layers[^1].Output.ToArray<float>());

        // What a module does with its layers' results stands at the end.
        IReadOnlyList<LayerOutput> own = LayerOutputs.Of(new Doubling(), x, "test");
        Assert.Equal(["inner Linear", "output"], own.Select(l => l.ShortLabel));
        Assert.Equal((own[0].Output * 2).ToArray<float>(), own[1].Output.ToArray<float>());
    }

    [Fact]
    public void Activations_that_a_Forward_calls_between_its_layers_are_seen()
    {
        IReadOnlyList<LayerOutput> layers = LayerOutputs.Of(new LeNet(), Tensor.Rand(2, 1, 28, 28), "test");
        Assert.Equal(
            ["conv1 Conv2d", "Relu after conv1", "MaxPool after conv1"],
            layers.Take(3).Select(l => l.ShortLabel));
        Assert.Equal(new Shape(2, 6, 14, 14), layers[2].Output.Shape);
        Assert.NotNull(layers[1].Slopes());
        Assert.Null(layers[0].Slopes());
    }

    [Fact]
    public void A_histogram_says_how_much_narrower_the_signal_has_become()
    {
        var layers = new List<Layer>();
        for (int i = 0; i < 4; i++)
        {
            layers.Add(new Linear(6, 6)
            {
                Weight = (Tensor.Eye(6) * 0.1).Detach().RequireGrad(),
                Bias = Tensor.Zeros(6).RequireGrad(),
            });
        }
        Figure figure = Plot.ActivationHistograms(new Sequential([.. layers]), Tensor.Randn(20, 6));
        Assert.Equal(4, figure.Charts.Count);
        Assert.Contains("1000 times narrower, the signal dies out", figure.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vanishing_gradient_is_named_with_its_factor()
    {
        Sequential net =
        [
            new Linear(1, 1, bias: false) { Weight = Tensor.Full([1, 1], 1f).RequireGrad() },
            new Linear(1, 1, bias: false) { Weight = Tensor.Full([1, 1], 0.001f).RequireGrad() },
        ];
        // y = w₂ w₁ x: ∂y/∂w₁ = 0.001, ∂y/∂w₂ = 1.
        net.Forward(Tensor.Ones(1, 1)).Sum().Backward();
        Figure figure = Plot.GradientFlow(net);
        Assert.Contains(
            "is 1 at 1.weight and 0.001 at 0.weight: 1000 times smaller", figure.Finding, StringComparison.Ordinal);
        Assert.Contains("it vanishes", figure.Finding, StringComparison.Ordinal);
        Assert.NotNull(net.Parameters[0].Grad);
    }

    [Fact]
    public void A_unit_with_the_largest_weights_is_the_strongest()
    {
        Tensor weight = Tensor.Ones(3, 16) * Tensor.From([1f, 3, 2]).Unsqueeze(1);
        var layer = new Linear(16, 3) { Weight = weight.Detach().RequireGrad() };
        Figure figure = Plot.Weights(layer);
        Assert.Contains("strongest is unit 1 (length 12)", figure.Finding, StringComparison.Ordinal);
        Assert.Contains("weakest unit 0 (4)", figure.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Feature_maps_count_channels_that_stay_dark()
    {
        Sequential net =
        [
            new Conv2d(1, 2, kernel: 1)
            {
                Weight = Tensor.From([1f, -1], [2, 1, 1, 1]).RequireGrad(),
                Bias = Tensor.Zeros(2).RequireGrad(),
            },
            new Relu(),
        ];
        Figure figure = Plot.FeatureMaps(net, Tensor.Ones(1, 4, 4));
        Assert.Contains("In layer 1 Relu 1 channel stays 0 everywhere", figure.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_said_with_the_next_step()
    {
        Sequential net = [new Linear(3, 4), new Relu(), new Linear(4, 2)];
        AssertError(() => Plot.ActivationHistograms(net, Tensor.Ones(2, 5)), "layer 0", "[2, 5]");
        AssertError(() => Plot.GradientFlow(net), "none of the 2 weights", "loss.Backward()");
        AssertError(() => Plot.Weights(new Relu()), "has no weight", "Pass a Linear or a Conv2d");
        AssertError(() => Plot.Weights(new Linear(10, 2), (3, 4)), "3 × 4 pixels are 12", "10 inputs");
        AssertError(() => Plot.FeatureMaps(net, Tensor.Ones(8, 1, 4, 4)), "not [8, 1, 4, 4]", "x[0]");
        AssertError(() => Plot.FeatureMaps(new Flatten(), Tensor.Ones(1, 4, 4)),
            "no layer of Flatten gives images", "convolution");
        AssertError(() => Plot.Activations(), "not 0", "Plot.Activations(Sigmoid, Relu)");
        AssertError(() => Plot.Activations(x => x.Sum()), "makes [] from [241]", "one number for each");
    }

    private static void AssertError(Func<object> action, params string[] words)
    {
        string message = Assert.ThrowsAny<ArgumentException>(action).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', message);
    }

    private sealed class Doubling : Module
    {
        public Linear Inner { get; } = new(5, 5);

        public override Tensor Forward(Tensor x) => Inner.Forward(x) * 2;
    }
}
