using FsCheck;
using FsCheck.Fluent;
using static Backprop.Tests.Numbers;
using static Backprop.Tests.RecurrentLayerTests;

namespace Backprop.Tests;

public class AttentionTests
{
    private static Gen<(int Batch, int Queries, int Keys, int Width, int Seed)> Sizes =>
        from batch in Gen.Choose(1, 3)
        from queries in Gen.Choose(1, 5)
        from keys in Gen.Choose(1, 5)
        from width in Gen.Choose(1, 4)
        from seed in Gen.Choose(0, 1000)
        select (batch, queries, keys, width, seed);

    [Fact]
    public void Each_result_is_the_weighted_mean_of_the_values() => Hold(s =>
    {
        Tensor q = Noise([s.Batch, s.Queries, s.Width], s.Seed), k = Noise([s.Batch, s.Keys, s.Width], s.Seed + 1);
        Tensor v = Noise([s.Batch, s.Keys, 2], s.Seed + 2);
        Tensor y = Functional.Attention(q, k, v);
        for (int b = 0; b < s.Batch; b++)
        {
            for (int i = 0; i < s.Queries; i++)
            {
                double[] fit = [.. Enumerable.Range(0, s.Keys)
                    .Select(j => Math.Exp((q[b, i] * k[b, j]).Sum().Item() / Math.Sqrt(s.Width)))];
                for (int f = 0; f < 2; f++)
                {
                    double expected = Enumerable.Range(0, s.Keys).Sum(j => fit[j] * At(v, b, j, f)) / fit.Sum();
                    Assert.Equal(expected, At(y, b, i, f), 1e-12);
                }
            }
        }
    });

    [Fact]
    public void The_order_of_the_keys_does_not_matter_if_values_go_along() => Hold(s =>
    {
        Tensor q = Noise([s.Queries, s.Width], s.Seed), k = Noise([s.Keys, s.Width], s.Seed + 1), v = Noise([s.Keys, 3], 2);
        int[] turned = [.. Enumerable.Range(0, s.Keys).Select(i => (i + 1) % s.Keys)];
        Tensor order = Tensor.From(turned);
        Same(Functional.Attention(q, k, v), Functional.Attention(q, k[order], v[order]), 1e-12);
    });

    [Fact]
    public void A_mask_takes_keys_away_as_if_they_were_not_there() => Hold(s =>
    {
        Tensor q = Noise([s.Queries, s.Width], s.Seed), k = Noise([s.Keys, s.Width], s.Seed + 1), v = Noise([s.Keys, 3], 2);
        int kept = 1 + s.Seed % s.Keys;
        Tensor mask = Tensor.From([.. Enumerable.Range(0, s.Keys).Select(j => j < kept)]);
        Same(Functional.Attention(q, k[..kept], v[..kept]), Functional.Attention(q, k, v, mask), 1e-12);
    });

    [Fact]
    public void A_query_that_may_look_nowhere_gets_zeros_and_no_gradient()
    {
        Tensor q = Noise([2, 3]).RequireGrad(), k = Noise([4, 3], 2), v = Noise([4, 2], 3);
        Tensor mask = Tensor.From([true, true, false, true, false, false, false, false], [2, 4]);
        Tensor y = Functional.Attention(q, k, v, mask);
        Holds(y[1], [2], 0, 0);
        y.Square().Sum().Backward();
        Holds(q.Grad![1], [3], 0, 0, 0);
        Assert.All(q.Grad[0].ToArray<double>(), g => Assert.True(double.IsFinite(g) && g != 0));
    }

    [Fact]
    public void Scores_beyond_what_an_exponential_holds_stay_finite()
    {
        Tensor q = [[1e4f, 0]], k = [[1e4f, 0], [-1e4f, 0], [0, 0]], v = [[1], [2], [3]];
        Holds(Functional.Attention(q, k, v), [1, 1], 1);
        Holds(Functional.Attention(q, k, v, Tensor.From([false, true, true])), [1, 1], 3);
        Holds(Functional.AttentionWeights(q, k, Tensor.From([false, true, false])), [1, 3], 0, 1, 0);
    }

    [Fact]
    public void Causal_and_a_mask_hold_both()
    {
        Tensor x = Noise([3, 2]);
        Tensor weights = Functional.AttentionWeights(x, x, Tensor.From([false, true, true]), causal: true);
        Holds(weights[0], [3], 0, 0, 0);
        Holds(weights[1], [3], 0, 1, 0);
        Assert.Equal(0, weights[2, 0].Item());
        Assert.Equal(1, weights[2].Sum().Item(), 1e-12);
    }

    [Fact]
    public void Gradients_are_right_with_and_without_masks()
    {
        Tensor q = Noise([2, 3, 2]), k = Noise([2, 3, 2], 2), v = Noise([2, 3, 4], 3);
        Tensor mask = Tensor.From([true, false, true, false, false, false, true, true, false], [3, 3]);
        Passes(GradCheck.OfAll(x => Functional.Attention(x[0], x[1], x[2]), q, k, v));
        Passes(GradCheck.OfAll(x => Functional.Attention(x[0], x[1], x[2], causal: true), q, k, v));
        Passes(GradCheck.OfAll(x => Functional.Attention(x[0], x[1], x[2], mask), q, k, v));
        Passes(GradCheck.OfSecond(x => Functional.Attention(x[0], x[1], x[2], mask), q, k, v));
    }

    [Fact]
    public void Shapes_that_do_not_fit_say_why()
    {
        Tensor q = Tensor.Zeros(2, 3, 4), k = Tensor.Zeros(2, 5, 4);
        Says("Queries [2, 3, 4] and keys [2, 5, 3] do not compare", () => Functional.Attention(q, Tensor.Zeros(2, 5, 3), k));
        Says("Keys [2, 5, 4] and values [2, 3, 4] belong together in pairs", () => Functional.Attention(q, k, q));
        Says("as many keys as queries, not scores [2, 3, 5]", () => Functional.Attention(q, k, k, causal: true));
        Says("A mask [5, 3] does not fit scores [2, 3, 5]", () => Functional.Attention(q, k, k, Tensor.Zeros([5, 3], DType.Bool)));
        Says("A mask [1, 2, 3, 5] does not fit", () => Functional.Attention(q, k, k, Tensor.Zeros([1, 2, 3, 5], DType.Bool)));
        Says("true and false what is kept, not with Float32", () => Functional.Attention(q, k, k, Tensor.Zeros(3, 5)));
        Says("[..., positions, features]", () => Functional.Attention(Tensor.Zeros(4), k, k));
    }

    internal static void Passes(GradCheckResult result) => Assert.True(result.Passed, result.Message);

    private static void Hold(Action<(int Batch, int Queries, int Keys, int Width, int Seed)> property) =>
        Prop.ForAll(Sizes.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
}
