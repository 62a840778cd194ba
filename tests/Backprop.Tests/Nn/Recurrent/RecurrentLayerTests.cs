using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

public class RecurrentLayerTests
{
    private static readonly Tensor X = Noise([3, 5, 2]);

    [Fact]
    public void Parameters_have_the_names_and_shapes_of_PyTorch()
    {
        var net = new Lstm(5, 8, layers: 2, bidirectional: true);
        Assert.Equal(
            ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0",
                "weight_ih_l0_reverse", "weight_hh_l0_reverse", "bias_ih_l0_reverse", "bias_hh_l0_reverse",
                "weight_ih_l1", "weight_hh_l1", "bias_ih_l1", "bias_hh_l1",
                "weight_ih_l1_reverse", "weight_hh_l1_reverse", "bias_ih_l1_reverse", "bias_hh_l1_reverse"],
            net.NamedParameters.Select(p => p.Name));
        Assert.Equal([32, 5], net.Weights["weight_ih_l0"].Shape);
        Assert.Equal([32, 16], net.Weights["weight_ih_l1_reverse"].Shape);
        Assert.Equal(["weight_ih_l0", "weight_hh_l0"], new Gru(5, 8, bias: false).NamedParameters.Select(p => p.Name));
        Assert.Equal(["0.weight_ih_l0", "0.weight_hh_l0", "0.bias_ih_l0", "0.bias_hh_l0"],
            new Sequential(new Rnn(1, 2)).NamedParameters.Select(p => p.Name));
        Assert.Equal(["weight_ih", "weight_hh", "bias_ih", "bias_hh"], new GruCell(5, 8).NamedParameters.Select(p => p.Name));
    }

    [Fact]
    public void First_weights_lie_within_one_over_root_hidden()
    {
        foreach (var weight in new Gru(50, 100).Parameters)
        {
            Assert.InRange(weight.Abs().Max().Item(), 0.08, 0.1);
            Assert.Equal(0, weight.Mean().Item(), 0.02);
        }
    }

    [Fact]
    public void A_layer_fits_into_a_sequential()
    {
        Sequential net = [new Lstm(2, 4, bidirectional: true), new Gru(8, 3), new Linear(3, 1)];
        Assert.Equal([3, 5, 1], net.Forward(X.To(DType.Float32)).Shape);
        Assert.Equal("Lstm(2 → 4, both directions) → Gru(8 → 3) → Linear(3 → 1)", net.ToString());
    }

    [Fact]
    public void A_layer_is_its_cell_step_by_step()
    {
        var rnn = new Rnn(2, 3, activation: Functional.Relu).InFloat64();
        var gru = new Gru(2, 3).InFloat64();
        Tensor h = Tensor.Zeros([3, 3], DType.Float64), g = h;
        for (int t = 0; t < 5; t++)
        {
            h = rnn.Cell().Forward(X[.., t], h);
            g = gru.Cell().Forward(X[.., t], g);
            IsNear(rnn.Forward(X)[.., t], [3, 3], 1e-12, h.ToArray<double>());
            IsNear(gru.Forward(X)[.., t], [3, 3], 1e-12, g.ToArray<double>());
        }
        Same(h, rnn.Run(X).State[0], 1e-12);
        Assert.Same(gru.Weights["weight_hh_l0"], gru.Cell().WeightHh);
    }

    [Fact]
    public void A_second_layer_reads_the_first_ones_outputs()
    {
        var net = new Lstm(2, 3, layers: 2).InFloat64();
        Tensor first = Along(net.Cell(0), X);
        Same(Along(net.Cell(1), first), net.Forward(X), 1e-12);
    }

    [Fact]
    public void The_second_direction_is_the_same_net_from_the_end()
    {
        var net = new Lstm(2, 3, bidirectional: true).InFloat64();
        var (outputs, state) = net.Run(X);
        Same(Along(net.Cell(), X), outputs[.., .., ..3], 1e-12);
        Tensor backwards = Along(net.Cell(reverse: true), Reversed(X));
        Same(Reversed(backwards), outputs[.., .., 3..], 1e-12);
        Same(backwards[.., ^1], state.Hidden[1], 1e-12);
    }

    [Fact]
    public void Half_a_sequence_and_its_state_go_on_as_the_whole()
    {
        var lstm = new Lstm(2, 3, layers: 2).InFloat64();
        var whole = lstm.Run(X);
        var first = lstm.Run(X[.., ..2]);
        var second = lstm.Run(X[.., 2..], first.State);
        Same(whole.Outputs, Tensor.Concat([first.Outputs, second.Outputs], 1), 1e-12);
        Same(whole.State.Cell, second.State.Cell, 1e-12);
        var gru = new Gru(2, 3).InFloat64();
        Same(gru.Run(X).State, gru.Run(X[.., 2..], gru.Run(X[.., ..2]).State).State, 1e-12);
    }

    [Fact]
    public void Dropout_acts_between_layers_and_only_while_training()
    {
        var net = new Rnn(2, 64, layers: 2, dropProbability: 1).InFloat64();
        var plain = new Rnn(2, 64, layers: 2).With((name, _) => net.Weights[name]);
        // Everything that the second layer gets is dropped; its own outputs are not.
        Same(net.Forward(X), net.Forward(-X), 0);
        Assert.True(net.Forward(X).Abs().Mean().Item() > 0.01);
        net.Eval();
        Same(plain.Forward(X), net.Forward(X), 0);
    }

    [Fact]
    public void An_empty_batch_gives_empty_results()
    {
        var (outputs, state) = new Lstm(2, 3).Run(Tensor.Zeros(0, 5, 2));
        Assert.Equal([0, 5, 3], outputs.Shape);
        Assert.Equal([1, 0, 3], state.Hidden.Shape);
    }

    [Fact]
    public void Wrong_shapes_say_what_fits()
    {
        var net = new Lstm(4, 3, layers: 2);
        Says("Lstm(4 → 3, 2 layers) takes sequences [batch, time, 4], not x [8, 5, 2].", () => net.Forward(Tensor.Zeros(8, 5, 2)));
        Says("x.Unsqueeze(0)", () => net.Forward(Tensor.Zeros(5, 4)));
        Says("has none", () => net.Forward(Tensor.Zeros(8, 0, 4)));
        LstmState wrong = new(Tensor.Zeros(1, 8, 3), Tensor.Zeros(2, 8, 3));
        Says("[layers · directions, batch, hidden] = [2, 8, 3], not [1, 8, 3]", () => net.Run(Tensor.Zeros(8, 5, 4), wrong));
        Says("no layer 2", () => net.Cell(2));
        Says("from the end", () => net.Cell(1, reverse: true));
        Says("[batch, 4], not x [8, 5, 4]", () => new GruCell(4, 3).Forward(Tensor.Zeros(8, 5, 4)));
        Says("a state [8, 3] for x [8, 4], not [3]", () => new RnnCell(4, 3).Forward(Tensor.Zeros(8, 4), Tensor.Zeros(3)));
        Says("WeightIh has shape [3, 4], not [4, 3]", () => _ = new RnnCell(4, 3) { WeightIh = Tensor.Zeros(4, 3) });
        Says("4 gates, i f g o", () => LstmGates.From(Tensor.Zeros(2, 6)));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => new Gru(4, 3, layers: 0));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => new Gru(0, 3));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => new Gru(4, 3, dropProbability: 1.5));
    }

    internal static void Same(Tensor expected, Tensor actual, double tolerance) =>
        IsNear(actual, expected.Shape, tolerance, expected.ToArray<double>());

    internal static void Says(string part, Action action) =>
        Assert.Contains(part, MessageOf<ArgumentException>(action), StringComparison.Ordinal);

    internal static Tensor Reversed(Tensor x) =>
        Tensor.Stack([.. Enumerable.Range(1, x.Shape[1]).Select(back => x[.., ^back])], 1);

    private static Tensor Along(LstmCell cell, Tensor x)
    {
        var zeros = Tensor.Zeros([x.Shape[0], cell.Hidden], x.DType);
        LstmState state = new(zeros, zeros);
        var outputs = new List<Tensor>();
        for (int t = 0; t < x.Shape[1]; t++)
        {
            state = cell.Forward(x[.., t], state);
            outputs.Add(state.Hidden);
        }
        return Tensor.Stack([.. outputs], 1);
    }
}
