using Backprop.Tests.Optim;

namespace Backprop.Tests;

/// <summary>Lessons 17 and 20: each printed number comes out of the library.</summary>
public class SequenceWorkedNumberTests
{
    private readonly HashSet<string> seen = [];

    [Fact]
    public void An_impulse_fades_in_a_plain_recurrent_net()
    {
        var cell = new RnnCell(1, 1, bias: false) { WeightIh = Double(0.5), WeightHh = Double(0.8) };
        Tensor first = cell.Forward(Double(1), Double(0)).Detach().RequireGrad(), h = first;
        Check("L17.rnn.1", h.Item());
        for (int t = 2; t <= 5; t++)
        {
            h = cell.Forward(Double(0), h);
            Check($"L17.rnn.{t}", h.Item());
        }
        h.Backward();
        Check("L17.rnn.slope", first.Grad!.Item());
        AllAreChecked("L17.rnn");
    }

    [Theory]
    [InlineData("L17.vanish", 0.8)]
    [InlineData("L17.explode", 1.2)]
    public void Twenty_steps_multiply_the_slope_twenty_times(string id, double weight)
    {
        var net = new Rnn(1, 1, activation: x => x, bias: false).With((_, _) => Double(weight).RequireGrad());
        Tensor start = Tensor.Zeros([1, 1, 1], DType.Float64).RequireGrad();
        net.Run(Tensor.Zeros([1, 20, 1], DType.Float64), start).State.Sum().Backward();
        Check(id, start.Grad!.Item());
    }

    [Fact]
    public void A_step_of_an_lstm_comes_from_its_gates()
    {
        var gates = LstmGates.From(Tensor.From([0.5, 1, 0.6, 0.2], [1, 4], DType.Float64));
        var (h, c) = gates.Next(Double(0.3));
        Check("L17.lstm.c", c.Item());
        Check("L17.lstm.h", h.Item());
        AllAreChecked("L17.lstm");
    }

    [Theory]
    [InlineData("L17.forget.1", 1)]
    [InlineData("L17.forget.5", 5)]
    public void A_forget_bias_decides_how_long_the_memory_stays(string id, double bias)
    {
        // Nothing is written, for the candidate is 0; the forget gate sees only its bias.
        var cell = new LstmCell(1, 1).With((name, w) => name == "bias_ih"
            ? Tensor.From([0, bias, 0, 0], dtype: DType.Float64)
            : Tensor.Zeros(w.Shape, DType.Float64));
        LstmState state = new(Double(0), Double(1));
        for (int t = 0; t < 20; t++)
            state = cell.Forward(Double(0), state);
        Check(id, state.Cell.Item());
    }

    [Fact]
    public void Attention_of_two_unit_vectors()
    {
        Tensor q = Tensor.Eye(2, DType.Float64), v = Tensor.From([1.0, 2, 3, 4], [2, 2], DType.Float64);
        Tensor weights = Functional.AttentionWeights(q, q), y = Functional.Attention(q, q, v);
        Check("L20.weight.0", weights[0, 0].Item());
        Check("L20.weight.1", weights[0, 1].Item());
        Check("L20.output.0", y[0, 0].Item());
        Check("L20.output.1", y[0, 1].Item());
        // With one feature √d is 1: the logit of 8 stays as large as it is.
        Check("L20.unscaled", Functional.AttentionWeights(Double(8), Tensor.From([1.0, 0], [2, 1], DType.Float64))[0, 0].Item());
    }

    [Fact]
    public void A_gpt_of_65_symbols_has_as_many_weights_as_lesson_20_says_and_starts_where_it_says()
    {
        Check("L20.weights", new Gpt(symbols: 65, context: 64, width: 64, heads: 4, blocks: 4).Parameters.Sum(w => w.Shape.Size));
        Check("L20.untrained", Tensor.Zeros([1, 65], DType.Float64).CrossEntropy(Tensor.From([7])).Item());
    }

    private static Tensor Double(double value) => Tensor.From([value], [1, 1], DType.Float64);

    private void Check(string id, double actual)
    {
        Worked.Check(id, actual);
        seen.Add(id);
    }

    private void AllAreChecked(string lesson) => Assert.Equal(Worked.Of(lesson).Order(), seen.Order());
}
