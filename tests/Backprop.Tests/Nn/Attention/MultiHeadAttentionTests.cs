using static Backprop.Tests.AttentionTests;
using static Backprop.Tests.Numbers;
using static Backprop.Tests.RecurrentLayerTests;

namespace Backprop.Tests;

public class MultiHeadAttentionTests
{
    private static readonly Tensor X = Noise([2, 3, 6]);
    private static readonly Tensor Kept = Tensor.From([true, true, true, true, false, false], [2, 3]);

    [Fact]
    public void Parameters_have_the_names_and_first_values_of_PyTorch()
    {
        var layer = new MultiHeadAttention(64, 4);
        Assert.Equal(["in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"],
            layer.NamedParameters.Select(p => p.Name));
        Assert.Equal([192, 64], layer.InProjWeight!.Shape);
        double bound = Math.Sqrt(6.0 / (192 + 64));
        Assert.InRange(layer.InProjWeight.Abs().Max().Item(), 0.98 * bound, bound);
        Assert.Equal(0, layer.InProjBias!.Abs().Max().Item() + layer.OutProj.Bias!.Abs().Max().Item());
        Assert.Equal(["q_proj_weight", "k_proj_weight", "v_proj_weight", "out_proj.weight"],
            new MultiHeadAttention(6, 2, bias: false, keyWidth: 4).NamedParameters.Select(p => p.Name));
    }

    [Fact]
    public void Heads_in_one_product_are_a_loop_over_heads()
    {
        var layer = new MultiHeadAttention(6, 3).InFloat64();
        Tensor sums = X.MatMul(layer.InProjWeight!.T) + layer.InProjBias!;
        var heads = new List<Tensor>();
        for (int head = 0; head < 3; head++)
        {
            int at = 2 * head;
            heads.Add(Functional.Attention(Part(at), Part(6 + at), Part(12 + at)));
        }
        Same(layer.OutProj.Forward(Tensor.Concat([.. heads], -1)), layer.Forward(X), 1e-12);

        Tensor Part(int at) => sums[.., .., at..(at + 2)];
    }

    [Fact]
    public void Self_attention_is_attention_to_equal_keys_and_values()
    {
        var layer = new MultiHeadAttention(6, 2).InFloat64();
        Same(layer.Forward(X), layer.Forward(X, X.Clone(), X.Clone()), 1e-12);
        Same(layer.Forward(X), layer.Forward(X, X.Clone()), 1e-12);
    }

    [Fact]
    public void Weights_are_those_that_forward_uses()
    {
        var layer = new MultiHeadAttention(6, 2).InFloat64();
        Tensor weights = layer.Weights(X, keysKept: Kept, causal: true);
        Assert.Equal([2, 2, 3, 3], weights.Shape);
        Same(Tensor.Ones([2, 2, 3], DType.Float64), weights.Sum(-1), 1e-12);
        Holds(weights[1, .., .., 1..], [2, 3, 2], new double[12]);
        Tensor values = (X.MatMul(layer.InProjWeight![12..].T) + layer.InProjBias![12..]).Reshape(2, 3, 2, 3).Transpose(1, 2);
        Tensor joined = weights.MatMul(values).Transpose(1, 2).Reshape(2, 3, 6);
        Same(layer.OutProj.Forward(joined), layer.Forward(X, keysKept: Kept, causal: true), 1e-12);
    }

    [Fact]
    public void Masks_of_every_rank_say_the_same()
    {
        var layer = new MultiHeadAttention(6, 2).InFloat64();
        Tensor mask = Tensor.From([true, false, true, true, true, false, false, true, true], [3, 3]);
        Tensor y = layer.Forward(X, mask: mask);
        Same(y, layer.Forward(X, mask: mask.Expand(2, 3, 3)), 0);
        Same(y, layer.Forward(X, mask: mask.Expand(2, 2, 3, 3)), 0);
        Tensor padding = Kept.Unsqueeze(1).Expand(2, 3, 3);
        Same(layer.Forward(X, keysKept: Kept), layer.Forward(X, mask: padding), 0);
    }

    [Fact]
    public void What_stands_at_padding_changes_no_other_result()
    {
        var layer = new MultiHeadAttention(6, 2).InFloat64();
        Tensor other = Tensor.Where(Kept.Unsqueeze(2), X, 50 * X + 3);
        Tensor y = layer.Forward(X, keysKept: Kept), z = layer.Forward(other, keysKept: Kept);
        Same(y[0], z[0], 0);
        Same(y[1, 0], z[1, 0], 0);
    }

    [Fact]
    public void Dropout_of_weights_acts_while_training_only()
    {
        var layer = new MultiHeadAttention(6, 2, dropProbability: 1).InFloat64();
        Holds(layer.Forward(X), X.Shape, new double[36]);
        layer.Eval();
        Assert.True(layer.Forward(X).Abs().Min().Item() > 0);
    }

    [Fact]
    public void Gradients_are_right()
    {
        Tensor key = Noise([2, 4, 3], 2), value = Noise([2, 4, 5], 3), x = Noise([2, 3, 4], 4);
        var self = new MultiHeadAttention(4, 2);
        Passes(self.CheckGradients(t => self.Forward(t[0], keysKept: Kept, causal: true), x));
        var cross = new MultiHeadAttention(4, 2, keyWidth: 3, valueWidth: 5);
        Passes(cross.CheckGradients(t => cross.Forward(t[0], t[1], t[2]), x, key, value));
    }

    [Fact]
    public void Wrong_shapes_say_what_fits()
    {
        var layer = new MultiHeadAttention(6, 2);
        Tensor x = X.To(DType.Float32);
        Says("7 features do not divide among 2 heads", () => _ = new MultiHeadAttention(7, 2));
        Says("MultiHeadAttention(6, 2 heads) takes queries [batch, positions, 6], not [2, 3, 5]", () => layer.Forward(x[.., .., ..5]));
        Says("Unsqueeze(0)", () => layer.Forward(x[0]));
        Says("takes keys [batch, positions, 6], not [2, 3, 5]", () => layer.Forward(x, x[.., .., ..5]));
        Says("a value for each key", () => layer.Forward(x, x, x[.., ..2]));
        Says("one batch", () => layer.Forward(x, x[..1]));
        Says("keysKept has shape [3, 2], but the keys [2, 3, 6] need [batch, keys] = [2, 3]", () => layer.Forward(x, keysKept: Kept.T));
        Says("A mask [2, 2] does not fit scores [2, 2, 3, 3]", () => layer.Forward(x, mask: Tensor.Ones([2, 2], DType.Bool)));
    }
}
