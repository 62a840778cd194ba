using FsCheck;
using FsCheck.Fluent;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Data;

[Collection(nameof(Seeded))]
public class SplitTests
{
    private static readonly Arbitrary<(int Count, int Classes, bool Shuffle, bool Stratify, int Seed)> Settings = Arb.From(
        from count in Gen.Choose(20, 80)
        from classes in Gen.Choose(1, 5)
        from shuffle in Gen.Elements(true, false)
        from stratify in Gen.Elements(true, false)
        from seed in Gen.Choose(0, 1000)
        select (count, classes, shuffle, stratify, seed));

    [Fact]
    public void Three_parts_hold_every_example_once_in_the_sizes_asked_for()
    {
        Prop.ForAll(Settings, s =>
        {
            var data = Classes(s.Count, s.Classes, s.Seed);
            var (train, validation, test) = data.Split(0.6, 0.25, s.Shuffle, s.Seed, s.Stratify);
            int first = (int)Math.Round(0.6 * s.Count), second = (int)Math.Round(0.85 * s.Count) - first;
            return (train.Count, validation.Count) == (first, second)
                && Rows(train, validation, test).Order().SequenceEqual(Enumerable.Range(0, s.Count))
                && (!s.Stratify || new[] { train, validation, test }.All(part =>
                    KeepsShares(data, part, (double)part.Count / s.Count, upTo: 2)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Folds_hold_every_example_once_for_validation()
    {
        var settings = Arb.From(from s in Settings.Generator from k in Gen.Choose(2, 8) select (s, k));
        Prop.ForAll(settings, c =>
        {
            var data = Classes(c.s.Count, c.s.Classes, c.s.Seed);
            var folds = data.KFold(c.k, c.s.Shuffle, c.s.Seed, c.s.Stratify);
            return folds.Count == c.k
                && Rows([.. folds.Select(f => f.Validation)]).Order().SequenceEqual(Enumerable.Range(0, c.s.Count))
                && folds.All(f => Rows(f.Train, f.Validation).Order().SequenceEqual(Enumerable.Range(0, c.s.Count)))
                && folds.Max(f => f.Validation.Count) - folds.Min(f => f.Validation.Count) <= 1
                && (!c.s.Stratify || folds.All(f => KeepsShares(data, f.Validation, 1.0 / c.k, 1)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Without_shuffling_the_parts_follow_one_another()
    {
        var (train, test) = Classes(10, 2, 0).Split(0.8);
        Assert.Equal(Enumerable.Range(0, 8), Rows(train));
        Assert.Equal([8, 9], Rows(test));
        Assert.Equal([4, 5], Rows(Classes(6, 2, 0).KFold(3)[2].Validation));
    }

    [Fact]
    public void The_same_seed_splits_alike_and_without_one_the_process_seed_decides()
    {
        var data = Classes(40, 3, 1);
        Assert.Equal(Rows(data.Split(0.5, shuffle: true, seed: 4).First), Rows(data.Split(0.5, shuffle: true, seed: 4).First));
        Assert.NotEqual(Rows(data.Split(0.5, shuffle: true, seed: 4).First), Rows(data.Split(0.5, shuffle: true, seed: 5).First));
        Tensor.Seed(1);
        int[] first = Rows(data.Split(0.5, shuffle: true).First);
        Tensor.Seed(1);
        Assert.Equal(first, Rows(data.Split(0.5, shuffle: true).First));
    }

    [Fact]
    public void A_rare_class_lands_in_every_fold_if_it_can()
    {
        int[] labels = [.. Enumerable.Repeat(0, 45), .. Enumerable.Repeat(1, 5)];
        var data = new TensorDataset(Count(50, 1), Tensor.From(labels));
        Assert.All(data.KFold(5, shuffle: true, seed: 3, stratify: true),
            fold => Assert.Equal(1, fold.Validation.Targets.Sum().Item()));
    }

    [Fact]
    public void One_hot_and_column_targets_are_classes_too()
    {
        Tensor labels = Tensor.From([.. Enumerable.Range(0, 20).Select(i => i < 5 ? 1 : 0)]);
        foreach (Tensor targets in new[] { labels.OneHot(2), labels.Unsqueeze(1).To(DType.Float32) })
        {
            var (first, _) = new TensorDataset(Count(20, 1), targets).Split(0.4, shuffle: true, seed: 1, stratify: true);
            Assert.Equal(2, Rows(first).Count(row => row < 5));
        }
    }

    [Fact]
    public void Empty_parts_and_targets_that_are_no_classes_are_refused()
    {
        var data = Classes(10, 2, 0);
        Complaint.Says<ArgumentException>("parts of 10, 0", () => data.Split(0.99));
        Assert.ThrowsAny<ArgumentException>(() => data.Split(0));
        Assert.ThrowsAny<ArgumentException>(() => data.Split(double.NaN));
        Assert.ThrowsAny<ArgumentException>(() => data.Split(0.5, 0.5));
        Assert.ThrowsAny<ArgumentException>(() => data.Split(0.8, 0.5));
        Assert.ThrowsAny<ArgumentException>(() => data.Split(1.5, -1));
        Complaint.Says<ArgumentException>("2 to 10", () => data.KFold(11));
        Assert.ThrowsAny<ArgumentException>(() => data.KFold(1));
        var numbers = new TensorDataset(Count(10, 1), Noise([10, 1]));
        Complaint.Says<ArgumentException>("no classes", () => numbers.Split(0.5, stratify: true));
    }

    // Each class has its share of a part, up to so many examples.
    private static bool KeepsShares(TensorDataset data, TensorDataset part, double share, int upTo)
    {
        int[] all = data.Targets.ToArray<int>(), some = part.Targets.ToArray<int>();
        return all.Distinct().All(c => Math.Abs(some.Count(t => t == c) - share * all.Count(t => t == c)) <= upTo);
    }

    private static TensorDataset Classes(int count, int classes, int seed)
    {
        var random = new System.Random(seed);
        // Twice each class at least, so that they are classes.
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i < 2 * classes ? i % classes : random.Next(classes))];
        return new TensorDataset(Count(count, 1), Tensor.From(labels));
    }

    private static int[] Rows(params TensorDataset[] parts) => [.. parts.SelectMany(p => p.Inputs.ToArray<int>())];
}
