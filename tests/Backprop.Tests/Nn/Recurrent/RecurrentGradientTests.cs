using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

/// <summary>Gradients of recurrent layers in float64, by nudging inputs, states and every weight.</summary>
public class RecurrentGradientTests
{
    private static readonly Tensor X = Noise([2, 3, 2]);

    [Fact]
    public void Rnn() => Passes(new Rnn(2, 3, bidirectional: true), (net, x) => All(net.Run(x[0], x[1])),
        X, Noise([2, 2, 3], 2));

    [Fact]
    public void Rnn_with_two_layers_and_lengths() =>
        Passes(new Rnn(2, 2, layers: 2), (net, x) => All(net.Run(x[0], lengths: [3, 1])), X);

    [Fact]
    public void Gru() => Passes(new Gru(2, 2, layers: 2), (net, x) => All(net.Run(x[0], x[1])), X, Noise([2, 2, 2], 3));

    [Fact]
    public void Gru_with_lengths_in_both_directions() =>
        Passes(new Gru(2, 2, bidirectional: true), (net, x) => All(net.Run(x[0], lengths: [1, 3])), X);

    [Fact]
    public void Lstm() => Passes(new Lstm(2, 2, layers: 2), (net, x) => All(net.Run(x[0], new(x[1], x[2]))),
        X, Noise([2, 2, 2], 4), Noise([2, 2, 2], 5));

    [Fact]
    public void Lstm_with_lengths_in_both_directions() =>
        Passes(new Lstm(2, 2, bidirectional: true, bias: false), (net, x) => All(net.Run(x[0], lengths: [2, 3])), X);

    [Fact]
    public void Cells()
    {
        Tensor x = Noise([2, 2], 6), h = Noise([2, 3], 7), c = Noise([2, 3], 8);
        Passes(new RnnCell(2, 3), (cell, t) => cell.Forward(t[0], t[1]), x, h);
        Passes(new GruCell(2, 3), (cell, t) => cell.Forward(t[0], t[1]), x, h);
        Passes(new LstmCell(2, 3), (cell, t) => cell.Forward(t[0], new(t[1], t[2])) is var s
            ? Tensor.Concat([s.Hidden, s.Cell]) : t[0], x, h, c);
    }

    [Fact]
    public void Second_derivatives_pass_through_time()
    {
        var net = new Gru(2, 2).InFloat64();
        var result = GradCheck.OfSecond(x => net.Forward(x[0]), X);
        Assert.True(result.Passed, result.Message);
    }

    private static void Passes<T>(T net, Func<T, Tensor[], Tensor> function, params Tensor[] inputs)
        where T : Module
    {
        var result = net.CheckGradients(x => function(net, x), inputs);
        Assert.True(result.Passed, result.Message);
    }

    // Outputs and last states in one row, so that both are checked.
    private static Tensor All(Unrolled<Tensor> run) => Tensor.Concat([run.Outputs.Reshape(-1), run.State.Reshape(-1)]);

    private static Tensor All(Unrolled<LstmState> run) => Tensor.Concat(
        [run.Outputs.Reshape(-1), run.State.Hidden.Reshape(-1), run.State.Cell.Reshape(-1)]);
}
