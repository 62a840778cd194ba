using FsCheck;
using FsCheck.Fluent;
using static Backprop.Tests.Numbers;
using static Backprop.Tests.RecurrentLayerTests;

namespace Backprop.Tests;

/// <summary>Rows of different lengths in one batch.</summary>
public class RowLengthTests
{
    private static readonly Lstm Lstm = new Lstm(2, 3, layers: 2, bidirectional: true).InFloat64();
    private static readonly Gru Gru = new Gru(2, 3, bidirectional: true).InFloat64();
    private static readonly Rnn Rnn = new Rnn(2, 3).InFloat64();

    private static Gen<(int[] Lengths, int Steps, int Seed)> Batches =>
        from steps in Gen.Choose(1, 6)
        from batch in Gen.Choose(1, 5)
        from lengths in Gen.Choose(1, steps).ArrayOf(batch)
        from seed in Gen.Choose(0, 1000)
        select (lengths, steps, seed);

    [Fact]
    public void Each_row_is_as_if_it_were_alone_and_cut_to_its_length() => Hold((lengths, x) =>
    {
        var (outputs, state) = Lstm.Run(x, lengths: lengths);
        var (gruOutputs, gruState) = Gru.Run(x, lengths: lengths);
        var (rnnOutputs, rnnState) = Rnn.Run(x, lengths: lengths);
        for (int row = 0; row < lengths.Length; row++)
        {
            Tensor alone = x[row..(row + 1), ..lengths[row]];
            IsRow(Lstm.Forward(alone), outputs, row, lengths[row]);
            Same(Lstm.Run(alone).State.Hidden[.., 0], state.Hidden[.., row], 1e-12);
            Same(Lstm.Run(alone).State.Cell[.., 0], state.Cell[.., row], 1e-12);
            IsRow(Gru.Forward(alone), gruOutputs, row, lengths[row]);
            Same(Gru.Run(alone).State[.., 0], gruState[.., row], 1e-12);
            IsRow(Rnn.Forward(alone), rnnOutputs, row, lengths[row]);
            Same(Rnn.Run(alone).State[.., 0], rnnState[.., row], 1e-12);
        }
    });

    [Fact]
    public void What_stands_in_the_padding_changes_nothing() => Hold((lengths, x) =>
    {
        int steps = x.Shape[1];
        Tensor real = Tensor.Arange(0, steps) < Tensor.From(lengths).Unsqueeze(1).To(DType.Float32);
        Tensor other = Tensor.Where(real.Unsqueeze(2), x, 100 * x + 7).Detach().RequireGrad();
        var (outputs, state) = Lstm.Run(other, lengths: lengths);
        Same(Lstm.Run(x, lengths: lengths).Outputs, outputs, 0);
        (outputs.Sum() + state.Cell.Sum()).Backward();
        Same(Tensor.Zeros(x.Shape), Tensor.Where(real.Unsqueeze(2), 0, other.Grad!), 0);
    });

    [Fact]
    public void Full_lengths_are_as_none()
    {
        Tensor x = Noise([3, 4, 2]);
        Same(Lstm.Forward(x), Lstm.Run(x, lengths: [4, 4, 4]).Outputs, 0);
    }

    [Fact]
    public void Lengths_that_do_not_fit_say_why()
    {
        Tensor x = Noise([3, 4, 2]);
        Says("2 lengths do not fit x [3, 4, 2]", () => Gru.Run(x, lengths: [4, 4]));
        Says("Row 1 cannot have length 5: x [3, 4, 2] has 1 to 4 steps", () => Gru.Run(x, lengths: [4, 5, 1]));
        Says("Row 2 cannot have length 0", () => Rnn.Run(x, lengths: [4, 4, 0]));
        Says("Row 0 cannot have length -1", () => Lstm.Run(x, lengths: [-1, 4, 4]));
    }

    private static void Hold(Action<int[], Tensor> property) =>
        Prop.ForAll(Batches.ToArbitrary(), batch =>
        {
            property(batch.Lengths, Noise([batch.Lengths.Length, batch.Steps, 2], batch.Seed));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private static void IsRow(Tensor alone, Tensor outputs, int row, int length)
    {
        Same(alone[0], outputs[row, ..length], 1e-12);
        Assert.All(outputs[row, length..].ToArray<double>(), y => Assert.Equal(0, y));
    }
}
