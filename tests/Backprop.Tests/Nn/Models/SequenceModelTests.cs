using static Backprop.Tests.Numbers;
using static Backprop.Tests.RecurrentLayerTests;

namespace Backprop.Tests;

public class SequenceModelTests
{
    private static readonly int[] Prompt = [1, 2, 3];

    public static TheoryData<Module> Models => new(
        new CharRnn(7, new Rnn(4, 8)), new CharRnn(7, new Gru(4, 8, layers: 2)), new CharRnn(7, new Lstm(4, 8)),
        new Gpt(7, context: 6, width: 8, heads: 2, blocks: 2), new Gpt(7, 6, 8, 2, 2, tied: true));

    [Theory]
    [MemberData(nameof(Models))]
    public void Logits_of_each_next_symbol_see_only_what_is_before(Module model)
    {
        Tensor x = Tensor.From([1, 2, 3, 4, 5, 6, 0, 1], [2, 4]), other = Tensor.From([1, 2, 0, 0, 5, 6, 6, 2], [2, 4]);
        using var evaluation = model.Evaluate();
        Tensor y = model.Forward(x), z = model.Forward(other);
        Assert.Equal([2, 4, 7], y.Shape);
        Same(y[.., ..2], z[.., ..2], 0);
        Assert.True((y[.., 2..] - z[.., 2..]).Abs().Max().Item() > 0);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_same_seed_writes_the_same_text(Module model)
    {
        int[] first = [.. Generate(model, 30, 1, 5)];
        Assert.Equal(30, first.Length);
        Assert.All(first, symbol => Assert.InRange(symbol, 0, 6));
        Assert.Equal(first, Generate(model, 30, 1, 5));
        Assert.NotEqual(first, Generate(model, 30, 1, 6));
        Assert.Equal(Generate(model, 5, 0, 1), Generate(model, 5, 0, 2));
        Assert.True(model.IsTraining);
        Assert.Empty(Generate(model, 0, 1, 1));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void What_it_writes_is_what_forward_finds_likeliest(Module model)
    {
        var text = new List<int>(Prompt);
        foreach (int symbol in Generate(model, 3, 0, 1))
        {
            using var evaluation = model.Evaluate();
            Assert.Equal((int)model.Forward(Tensor.From(text.ToArray(), [1, text.Count]))[0, ^1].ArgMax().Item(), symbol);
            text.Add(symbol);
        }
    }

    [Fact]
    public void Symbols_are_drawn_as_often_as_they_are_likely()
    {
        var model = new CharRnn(3, new Rnn(1, 1)).With((name, w) =>
            (name == "head.bias" ? Tensor.From([0.5, 0.3, 0.2]).Log() : Tensor.Zeros(w.Shape)).RequireGrad());
        AreNear([0.5, 0.3, 0.2], 1);
        AreNear([0.658, 0.237, 0.105], 0.5);

        void AreNear(double[] expected, double temperature)
        {
            int[] drawn = [.. model.Generate([0], 2000, temperature, seed: 9)];
            for (int i = 0; i < 3; i++)
                Assert.Equal(expected[i], drawn.Count(symbol => symbol == i) / 2000.0, 0.04);
        }
    }

    [Fact]
    public void A_gpt_looks_back_no_further_than_its_context()
    {
        var gpt = new Gpt(7, context: 4, width: 8, heads: 2, blocks: 1);
        Assert.Equal(gpt.Generate([1, 2, 3, 4], 5, seed: 1), gpt.Generate([6, 5, 0, 1, 2, 3, 4], 5, seed: 1));
        Says("knows 4 positions, but x [1, 5, 8] has 5", () => gpt.Forward(Tensor.Zeros([1, 5], DType.Int32)));
        Says("takes symbols [batch, time], not [5]", () => gpt.Forward(Tensor.Zeros([5], DType.Int32)));
    }

    [Fact]
    public void Tied_weights_are_learned_once_from_both_ends()
    {
        var tied = new Gpt(7, 6, 8, 2, blocks: 1, tied: true);
        var free = new Gpt(7, 6, 8, 2, blocks: 1);
        Assert.Equal(free.Parameters.Sum(w => w.Shape.Size) - (7 * 8 + 7), tied.Parameters.Sum(w => w.Shape.Size));
        var x = Tensor.From(Prompt, [1, 3]);
        var result = tied.CheckGradients(_ => tied.Forward(x));
        Assert.True(result.Passed, result.Message);
    }

    [Fact]
    public void First_weights_are_small_and_smaller_at_the_ends_of_branches()
    {
        var weights = new Gpt(65, 64).NamedParameters.ToDictionary(p => p.Name, p => p.Value);
        Assert.Equal(0.02, weights["blocks.layers.0.self_attn.in_proj_weight"].Std().Item(), 0.001);
        Assert.Equal(0.02 / Math.Sqrt(8), weights["blocks.layers.3.linear2.weight"].Std().Item(), 0.001);
        Assert.Equal(0.02 / Math.Sqrt(8), weights["blocks.layers.3.self_attn.out_proj.weight"].Std().Item(), 0.001);
        Holds(weights["blocks.norm.weight"], [64], [.. Enumerable.Repeat(1.0, 64)]);
        Holds(weights["head.bias"], [65], new double[65]);
    }

    [Fact]
    public void Attention_of_a_gpt_can_be_looked_at()
    {
        var gpt = new Gpt(7, context: 6, width: 8, heads: 2, blocks: 3);
        var weights = gpt.AttentionWeights(Tensor.From(Prompt, [1, 3]));
        Assert.Equal(3, weights.Count);
        Assert.All(weights, w =>
        {
            Assert.Equal([1, 2, 3, 3], w.Shape);
            Holds(w[.., .., 0], [1, 2, 3], 1, 0, 0, 1, 0, 0);
        });
    }

    [Fact]
    public void Wrong_wishes_say_why()
    {
        var rnn = new CharRnn(7, new Rnn(4, 8));
        var gpt = new Gpt(7, 6, 8, 2, 1);
        Says("prompt has one symbol or more", () => rnn.Generate([], 3));
        Says("prompt has one symbol or more", () => gpt.Generate([], 3));
        Says("A temperature is 0 (the likeliest symbol) or more, not -0.5", () => gpt.Generate(Prompt, 3, -0.5));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => rnn.Generate(Prompt, -1));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => gpt.Generate([7], 1).ToList());
        Says("Use one direction", () => _ = new CharRnn(7, new Gru(4, 8, bidirectional: true)));
    }

    private static IEnumerable<int> Generate(Module model, int count, double temperature, long seed) => model switch
    {
        CharRnn rnn => rnn.Generate(Prompt, count, temperature, seed),
        _ => ((Gpt)model).Generate(Prompt, count, temperature, seed),
    };
}
