using static Backprop.Tests.AttentionTests;
using static Backprop.Tests.Numbers;
using static Backprop.Tests.RecurrentLayerTests;

namespace Backprop.Tests;

public class TransformerTests
{
    private static readonly Tensor X = Noise([2, 3, 4]), Memory = Noise([2, 5, 4], 2);

    [Fact]
    public void Parameters_have_the_names_of_PyTorch()
    {
        string[] encoder =
        [
            "linear1.bias", "linear1.weight", "linear2.bias", "linear2.weight", "norm1.bias", "norm1.weight", "norm2.bias",
            "norm2.weight", "self_attn.in_proj_bias", "self_attn.in_proj_weight", "self_attn.out_proj.bias",
            "self_attn.out_proj.weight",
        ];
        var stack = new TransformerEncoder(2, () => new TransformerEncoderLayer(4, 2), new LayerNorm(4));
        Assert.Equal(
            [.. encoder.Select(name => "layers.0." + name), .. encoder.Select(name => "layers.1." + name), "norm.bias", "norm.weight"],
            stack.NamedParameters.Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Contains("layers.1.multihead_attn.in_proj_weight",
            new TransformerDecoder(2, () => new TransformerDecoderLayer(4, 2)).NamedParameters.Select(p => p.Name));
    }

    [Fact]
    public void A_stack_is_its_layers_one_after_the_other()
    {
        var norm = new LayerNorm(4).InFloat64();
        var encoder = new TransformerEncoder(2, () => Quiet().InFloat64(), norm);
        Same(norm.Forward(encoder.Layers[1].Forward(encoder.Layers[0].Forward(X))), encoder.Forward(X), 0);
        Assert.NotSame(encoder.Layers[0], encoder.Layers[1]);
        var decoder = new TransformerDecoder(2, () => QuietDecoder().InFloat64());
        Tensor first = decoder.Layers[0].Forward(X, Memory, causal: true);
        Same(decoder.Layers[1].Forward(first, Memory, causal: true), decoder.Forward(X, Memory, causal: true), 0);
        Tensor[] weights = [.. encoder.AttentionWeights(X)];
        Same(encoder.Layers[1].AttentionWeights(encoder.Layers[0].Forward(X)), weights[1], 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_future_alters_nothing_before_it(bool normFirst)
    {
        var layer = Quiet(normFirst).InFloat64();
        var decoder = QuietDecoder(normFirst).InFloat64();
        for (int t = 1; t < 3; t++)
        {
            Tensor changed = Tensor.Concat([X[.., ..t], 1 - X[.., t..].Square()], 1);
            Same(layer.Forward(X, causal: true)[.., ..t], layer.Forward(changed, causal: true)[.., ..t], 0);
            Same(decoder.Forward(X, Memory, causal: true)[.., ..t], decoder.Forward(changed, Memory, causal: true)[.., ..t], 0);
            // Without the mask it leaks: the test can fail.
            Assert.True((layer.Forward(X)[.., ..t] - layer.Forward(changed)[.., ..t]).Abs().Min().Item() > 1e-9);
        }
    }

    [Fact]
    public void A_decoder_sees_only_what_is_kept_of_its_memory()
    {
        var decoder = QuietDecoder().InFloat64();
        Tensor kept = Tensor.From([.. Enumerable.Range(0, 10).Select(i => i % 5 < 3)], [2, 5]);
        Same(decoder.Forward(X, Memory[.., ..3]), decoder.Forward(X, Memory, memoryKept: kept), 1e-12);
        Same(decoder.Forward(X, Memory[.., ..3]), decoder.Forward(X, Memory, memoryMask: kept[0]), 1e-12);
    }

    [Fact]
    public void A_decoder_without_memory_says_what_to_call()
    {
        string message = MessageOf<NotSupportedException>(() => QuietDecoder().Forward(X));
        Assert.Contains("Forward(x, memory)", message, StringComparison.Ordinal);
        Says("[batch, positions, 4], not [2, 3, 5]", () => Quiet().Forward(Tensor.Zeros(2, 3, 5)));
    }

    [Fact]
    public void A_block_with_zeros_at_its_ends_is_the_identity()
    {
        var layer = Quiet(normFirst: true).InFloat64();
        string[] ends = ["self_attn.out_proj.weight", "linear2.weight", "linear2.bias"];
        layer.With((name, w) => ends.Contains(name) ? Tensor.Zeros(w.Shape, w.DType) : w);
        Same(X, layer.Forward(X), 0);
    }

    [Fact]
    public void Dropout_acts_while_training_only()
    {
        var layer = new TransformerEncoderLayer(4, 2, dropProbability: 0.5).InFloat64();
        Assert.True((layer.Forward(X) - layer.Forward(X)).Abs().Max().Item() > 0);
        layer.Eval();
        Same(layer.Forward(X), layer.Forward(X), 0);
    }

    [Fact]
    public void Gradients_are_right()
    {
        Tensor x = Noise([1, 3, 2]), memory = Noise([1, 2, 2], 2);
        var encoder = new TransformerEncoderLayer(2, 1, feedForward: 3, dropProbability: 0, Functional.Gelu, normFirst: true);
        Passes(encoder.CheckGradients(t => encoder.Forward(t[0], causal: true), x));
        var after = new TransformerEncoderLayer(2, 2, feedForward: 3, dropProbability: 0, Functional.Gelu);
        Passes(after.CheckGradients(t => after.Forward(t[0], keysKept: Tensor.From([true, true, false], [1, 3])), x));
        var decoder = new TransformerDecoderLayer(2, 1, feedForward: 3, dropProbability: 0, Functional.Gelu);
        Passes(decoder.CheckGradients(t => decoder.Forward(t[0], t[1], causal: true), x, memory));
    }

    [Fact]
    public void Positions_are_added_row_by_row()
    {
        var waves = new SinusoidalPositions(8, 4);
        Same(waves.Forward(Tensor.Zeros([2, 3, 4], DType.Float64))[1], waves.Table[..3], 0);
        Assert.Equal(DType.Float32, waves.Forward(Tensor.Zeros(3, 4)).DType);
        Assert.Empty(waves.Parameters);
        var learned = new LearnedPositions(8, 4);
        Holds(learned.Forward(learned.Weight[..3]) - 2 * learned.Weight[..3], [3, 4], new double[12]);
        Assert.Equal(["weight"], learned.NamedParameters.Select(p => p.Name));
        Passes(learned.CheckGradients(x => learned.Forward(x[0]), X));
        Says("LearnedPositions(8 × 4) knows 8 positions, but x [1, 9, 4] has 9", () => learned.Forward(Tensor.Zeros(1, 9, 4)));
        Says("takes [batch, positions, 4], not x [2, 3, 5]", () => waves.Forward(Tensor.Zeros(2, 3, 5)));
    }

    private static TransformerEncoderLayer Quiet(bool normFirst = false) =>
        new(4, 2, feedForward: 6, dropProbability: 0, normFirst: normFirst);

    private static TransformerDecoderLayer QuietDecoder(bool normFirst = false) =>
        new(4, 2, feedForward: 6, dropProbability: 0, normFirst: normFirst);
}
