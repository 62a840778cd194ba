namespace Backprop.Tests.Graphs.ByHand;

/// <summary>The notes' recurrences against nudging, against each other and against the worked example.</summary>
public class HandNetworkTests
{
    public static TheoryData<string> Activations => ["linear", "sigmoid", "tanh", "relu", "hard tanh"];

    [Fact]
    public void The_worked_example_of_the_two_layer_sigmoid_net_comes_out()
    {
        // x = (1, 0.5), target 1, log loss; δ at the output is o − t.
        HandNetwork network = Worked();
        HandPass pass = network.Forward([1, 0.5]);
        Assert.Equal([0.56218, 0.52498], pass.PostActivations[1], Near(5));
        Assert.Equal(0.50403, pass.Output[0], 5);
        Assert.Equal(0.68513, -Math.Log(pass.Output[0]), 5);

        HandGradients gradients = network.FromOutputDelta(pass, [pass.Output[0] - 1]);
        Assert.Equal([-0.49597], gradients.Deltas[1], Near(5));
        Assert.Equal([-0.06104, 0.07421], gradients.Deltas[0], Near(5));

        for (int l = 0; l < 2; l++)
        {
            HandLayer layer = network.Layers[l];
            for (int i = 0; i < layer.Outputs; i++)
            {
                layer.Bias[i] -= gradients.Biases[l][i];
                for (int j = 0; j < layer.Inputs; j++)
                    layer.Weights[i, j] -= gradients.Weights[l][i, j];
            }
        }
        Assert.Equal(0.35714, -Math.Log(network.Forward([1, 0.5]).Output[0]), 5);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Both_recurrences_agree_with_nudging_every_weight(string activation)
    {
        (HandNetwork network, double[] x, double[] target) = RandomNetwork(activation);
        HandPass pass = network.Forward(x);
        double[] slope = [.. pass.Output.Zip(target, (o, t) => o - t)]; // L = ½ Σ (o − t)²
        HandGradients pre = network.PreActivation(pass, slope), post = network.PostActivation(pass, slope);

        double Loss() => network.Forward(x).Output.Zip(target, (o, t) => (o - t) * (o - t) / 2).Sum();
        for (int l = 0; l < network.Layers.Count; l++)
            for (int i = 0; i < network.Layers[l].Outputs; i++)
            {
                Assert.Equal(Nudge(Loss, ref network.Layers[l].Bias[i]), pre.Biases[l][i], 6);
                for (int j = 0; j < network.Layers[l].Inputs; j++)
                {
                    Assert.Equal(Nudge(Loss, ref network.Layers[l].Weights[i, j]), pre.Weights[l][i, j], 6);
                    Assert.Equal(pre.Weights[l][i, j], post.Weights[l][i, j], 12);
                }
            }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void A_batch_in_matrix_form_is_the_mean_of_its_examples(string activation)
    {
        (HandNetwork network, double[] first, double[] _) = RandomNetwork(activation);
        double[] second = [.. first.Select(v => 0.5 - v)];
        var x = new double[2, first.Length];
        for (int j = 0; j < first.Length; j++)
            (x[0, j], x[1, j]) = (first[j], second[j]);

        HandGradients batch = HandBatch.MeanGradients(network, x, outputs => outputs); // L = ½ Σ o²
        HandGradients one = Of(first), two = Of(second);
        for (int l = 0; l < network.Layers.Count; l++)
            for (int i = 0; i < network.Layers[l].Outputs; i++)
            {
                Assert.Equal((one.Biases[l][i] + two.Biases[l][i]) / 2, batch.Biases[l][i], 12);
                for (int j = 0; j < network.Layers[l].Inputs; j++)
                    Assert.Equal((one.Weights[l][i, j] + two.Weights[l][i, j]) / 2, batch.Weights[l][i, j], 12);
            }

        HandGradients Of(double[] input)
        {
            HandPass pass = network.Forward(input);
            return network.PreActivation(pass, pass.Output);
        }
    }

    [Fact]
    public void A_loss_on_hidden_nodes_joins_the_stream_before_the_slope_of_its_activation()
    {
        (HandNetwork network, double[] x, double[] target) = RandomNetwork("sigmoid");
        double Loss()
        {
            HandPass p = network.Forward(x);
            return p.Output.Zip(target, (o, t) => (o - t) * (o - t) / 2).Sum() + 0.3 * p.PostActivations[1].Sum();
        }
        HandPass pass = network.Forward(x);
        double[] everyHidden = [.. pass.PostActivations[1].Select(_ => 0.3)];
        HandGradients gradients = network.PreActivation(pass, [.. pass.Output.Zip(target, (o, t) => o - t)], [everyHidden, null, null]);
        Assert.Equal(Nudge(Loss, ref network.Layers[0].Weights[0, 0]), gradients.Weights[0][0, 0], 6);
        // The notes print Φ where Φ′ is meant: at a = 2 that is 0.8808 in place of 0.1050.
        Assert.Equal(0.1050, HandActivation.Sigmoid.Slope(2, HandActivation.Sigmoid.Value(2)), 4);
    }

    [Fact]
    public void Decoupled_boxes_give_the_gradients_of_the_coupled_network()
    {
        (HandNetwork network, double[] x, double[] target) = RandomNetwork("tanh");
        DecoupledLinear[] linear = [.. network.Layers.Select(l => new DecoupledLinear(l.Weights, l.Bias))];
        DecoupledLayer chain = DecoupledLayer.Chain(
            [.. linear.SelectMany(l => new DecoupledLayer[] { l, new DecoupledActivation(HandActivation.Tanh) })]);

        double[] output = chain.Forward(x);
        double[] slope = [.. output.Zip(target, (o, t) => o - t)];
        chain.Backward(slope);
        HandGradients coupled = network.PreActivation(network.Forward(x), slope);
        for (int l = 0; l < linear.Length; l++)
        {
            Assert.Equal(coupled.Weights[l].Cast<double>(), linear[l].WeightGradient.Cast<double>(), Near(12));
            Assert.Equal(coupled.Biases[l], linear[l].BiasGradient, Near(12));
        }
    }

    [Fact]
    public void Max_sends_its_gradient_to_the_largest_input_and_among_equals_to_the_first()
    {
        var max = new DecoupledMax(3);
        Assert.Equal([7, 2], max.Forward([3, 7, 5, 2, 2, 1]));
        Assert.Equal([0, 10, 0, 20, 0, 0], max.Backward([10, 20]));
    }

    [Fact]
    public void Wrong_sizes_are_named()
    {
        Assert.Contains("2 rows and b has 1", Assert.Throws<ArgumentException>(
            () => new HandLayer(new double[2, 3], [0], HandActivation.Relu)).Message, StringComparison.Ordinal);
        Assert.Contains("takes 2 numbers and got 3", Assert.Throws<ArgumentException>(
            () => Worked().Forward([1, 2, 3])).Message, StringComparison.Ordinal);
    }

    private static HandNetwork Worked() => new(
        new HandLayer(new[,] { { 0.1, 0.3 }, { 0.2, -0.4 } }, [0, 0.1], HandActivation.Sigmoid),
        new HandLayer(new[,] { { 0.5, -0.6 } }, [0.05], HandActivation.Sigmoid));

    private static (HandNetwork Network, double[] X, double[] Target) RandomNetwork(string activation)
    {
        HandActivation phi = new[]
        {
            HandActivation.Linear, HandActivation.Sigmoid, HandActivation.Tanh, HandActivation.Relu, HandActivation.HardTanh,
        }.Single(a => a.Name == activation);
        var random = new Random(3);
        double Next() => random.NextDouble() * 1.2 - 0.6;
        HandLayer Layer(int inputs, int outputs)
        {
            var weights = new double[outputs, inputs];
            for (int i = 0; i < outputs; i++)
                for (int j = 0; j < inputs; j++)
                    weights[i, j] = Next();
            return new HandLayer(weights, [.. Enumerable.Range(0, outputs).Select(_ => Next())], phi);
        }
        return (new HandNetwork(Layer(3, 4), Layer(4, 3), Layer(3, 2)), [Next(), Next(), Next()], [Next(), Next()]);
    }

    private static double Nudge(Func<double> loss, ref double number)
    {
        const double h = 1e-6;
        double before = number;
        number = before + h;
        double up = loss();
        number = before - h;
        double down = loss();
        number = before;
        return (up - down) / (2 * h);
    }

    private static Comparer Near(int digits) => new(digits);

    private sealed class Comparer(int digits) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= 0.5001 * Math.Pow(10, -digits);

        public int GetHashCode(double value) => 0;
    }
}
