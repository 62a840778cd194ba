using FsCheck;
using FsCheck.Fluent;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Data;

[Collection(nameof(Seeded))]
public class DataLoaderTests
{
    private static readonly Arbitrary<(int Count, int Size, bool Shuffle, bool DropLast, int Prefetch)> Settings = Arb.From(
        from count in Gen.Choose(1, 40)
        from size in Gen.Choose(1, 45)
        from shuffle in Gen.Elements(true, false)
        from dropLast in Gen.Elements(true, false)
        from prefetch in Gen.Choose(0, 4)
        select (count, size, shuffle, dropLast && size <= count, prefetch));

    [Fact]
    public void Each_example_comes_once_in_a_pass()
    {
        Prop.ForAll(Settings, s =>
        {
            var loader = new DataLoader(Counted(s.Count), s.Size, s.Shuffle, seed: 3, s.DropLast, s.Prefetch);
            int[] sizes = [.. loader.Select(b => b.Inputs.Shape[0])];
            int[] rows = Rows(loader);
            int expected = s.DropLast ? s.Count / s.Size * s.Size : s.Count;
            return sizes.Length == loader.Count && rows.Length == expected && rows.Distinct().Count() == expected
                && rows.All(row => row >= 0 && row < s.Count)
                && sizes[..^1].All(size => size == s.Size)
                && (s.Shuffle || rows.SequenceEqual(Enumerable.Range(0, expected)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Inputs_and_targets_stay_together()
    {
        foreach (var (x, y) in new DataLoader(Counted(20), 6, shuffle: true, seed: 1, prefetch: 2))
            Assert.Equal((x * 2).ToArray<double>(), y.ToArray<double>());
    }

    [Fact]
    public void The_same_seed_gives_the_same_passes_and_no_two_passes_are_alike()
    {
        DataLoader Loader(long seed) => new(Counted(50), 8, shuffle: true, seed);
        DataLoader a = Loader(7), b = Loader(7);
        int[] first = Rows(a), second = Rows(a);
        Assert.Equal(first, Rows(b));
        Assert.Equal(second, Rows(b));
        Assert.NotEqual(first, second);
        Assert.NotEqual(first, Rows(Loader(8)));
    }

    [Fact]
    public void Without_a_seed_the_order_is_the_one_that_the_process_seed_decides()
    {
        Tensor.Seed(5);
        int[] first = Rows(new DataLoader(Counted(30), 4, shuffle: true));
        int[] other = Rows(new DataLoader(Counted(30), 4, shuffle: true));
        Tensor.Seed(5);
        Assert.Equal(first, Rows(new DataLoader(Counted(30), 4, shuffle: true)));
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void An_order_that_no_one_could_tell_from_chance_moves_every_example()
    {
        // Over many passes each example is at each place about equally often.
        var loader = new DataLoader(Counted(6), 6, shuffle: true, seed: 11);
        var seen = new int[6, 6];
        for (int pass = 0; pass < 1200; pass++)
        {
            int[] order = Rows(loader);
            for (int place = 0; place < 6; place++)
                seen[place, order[place]]++;
        }
        // 200 expected; a standard deviation is 13.
        Assert.All(seen.Cast<int>(), times => Assert.InRange(times, 140, 260));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void Prefetching_changes_no_bit(int prefetch)
    {
        DataLoader Loader(int ahead) => new(Datasets.Digits(24, seed: 2), 5, shuffle: true, seed: 4, prefetch: ahead,
            transform: Augment.All(Augment.Shift(2), Augment.Noise(0.1)));
        DataLoader plain = Loader(0), ahead = Loader(prefetch);
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (var (p, a) in plain.Zip(ahead))
            {
                Assert.Equal(p.Inputs.ToArray<float>(), a.Inputs.ToArray<float>());
                Assert.Equal(p.Targets.ToArray<int>(), a.Targets.ToArray<int>());
            }
        }
    }

    [Fact]
    public void A_resumed_run_goes_on_with_the_next_batch_bit_for_bit()
    {
        var cases = Arb.From(
            from epochs in Gen.Choose(0, 2)
            from batches in Gen.Choose(0, 4)
            from prefetch in Gen.Choose(0, 2)
            select (epochs, batches, prefetch));
        Prop.ForAll(cases, c =>
        {
            DataLoader Loader(long? seed) => new(Counted(23), 5, shuffle: true, seed, prefetch: c.prefetch,
                transform: Augment.Noise(1));
            DataLoader whole = Loader(9), part = Loader(9), resumed = Loader(1234);
            double[] all = [.. Enumerable.Range(0, 4).SelectMany(_ => Numbers(whole))];
            var got = new List<double>();
            for (int i = 0; i < c.epochs; i++)
                got.AddRange(Numbers(part));
            Dictionary<string, Tensor> state = part.State();
            int taken = 0;
            foreach (var (x, _) in part)
            {
                if (taken++ == c.batches)
                    break;
                got.AddRange(x.ToArray<double>());
                state = part.State();
            }
            resumed.Load(state);
            while (got.Count < all.Length)
                got.AddRange(Numbers(resumed));
            return all.SequenceEqual(got);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_loop_that_is_left_early_begins_anew_next_time()
    {
        var loader = new DataLoader(Counted(10), 2);
        foreach (var _ in loader)
            break;
        Assert.Equal((0, 1), (loader.Epoch, loader.Position));
        Assert.Equal(Enumerable.Range(0, 10), Rows(loader));
        Assert.Equal((2, 0), (loader.Epoch, loader.Position));
    }

    [Fact]
    public void Two_loops_over_one_loader_do_not_disturb_each_other()
    {
        var loader = new DataLoader(Counted(6), 1, shuffle: true, seed: 2);
        int outer = 0;
        foreach (var _ in loader)
        {
            Assert.Equal(6, Rows(loader).Distinct().Count());
            outer++;
        }
        Assert.Equal(6, outer);
    }

    [Fact]
    public void The_state_of_another_loader_is_refused_and_changes_nothing()
    {
        var small = new DataLoader(Counted(10), 5, shuffle: true, seed: 1);
        var large = new DataLoader(Counted(100), 5, shuffle: true, seed: 2);
        Dictionary<string, Tensor> state = null!;
        foreach (var _ in large.Take(7))
            state = large.State();
        Complaint.Says<ArgumentException>("batch 7 of pass 0, but this loader has 2", () => small.Load(state));
        Assert.Equal(Rows(new DataLoader(Counted(10), 5, shuffle: true, seed: 1)), Rows(small));
        state.Remove("epoch");
        Complaint.Says<ArgumentException>("no epoch", () => large.Load(state));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void What_goes_wrong_in_the_source_is_thrown_where_the_batch_is_asked_for(int prefetch)
    {
        var source = new CountedDataset(20, failsAt: 7);
        int batches = 0;
        var failure = Assert.Throws<IOException>(() =>
        {
            foreach (var _ in new DataLoader(source, 3, prefetch: prefetch))
                batches++;
        });
        Assert.Equal("Example 7 cannot be read.", failure.Message);
        Assert.Equal(2, batches);
        Assert.False(source.IsRunning);
        Assert.Equal(8, source.Made);
    }

    [Fact]
    public void A_loop_that_stops_early_leaves_nothing_running()
    {
        var source = new CountedDataset(1000);
        foreach (var _ in new DataLoader(source, 1, prefetch: 3))
            break;
        Assert.False(source.IsRunning);
        int made = source.Made;
        Assert.InRange(made, 1, 5);
        Thread.Sleep(20);
        Assert.Equal(made, source.Made);
    }

    [Fact]
    public void Prefetching_makes_batches_before_they_are_asked_for_and_one_at_a_time()
    {
        var source = new CountedDataset(10);
        using var batches = new DataLoader(source, 1, prefetch: 4).GetEnumerator();
        Assert.True(batches.MoveNext());
        // The first is handed out, and four more get ready without anybody asking.
        Assert.True(SpinWait.SpinUntil(() => source.Made == 5, TimeSpan.FromSeconds(30)));
        Thread.Sleep(20);
        Assert.Equal(5, source.Made);
        while (batches.MoveNext())
        {
        }
        Assert.Equal((10, 1), (source.Made, source.MostAtOnce));
    }

    [Fact]
    public async Task Leaving_the_loop_waits_for_the_example_that_is_being_read()
    {
        var source = new CountedDataset(10);
        var batches = new DataLoader(source, 1, prefetch: 1).GetEnumerator();
        Assert.True(batches.MoveNext());
        Assert.True(SpinWait.SpinUntil(() => source.Made == 2, TimeSpan.FromSeconds(30)));
        source.Gate.Reset();
        source.Waiting.Reset();
        Assert.True(batches.MoveNext());
        Assert.True(source.Waiting.Wait(TimeSpan.FromSeconds(30)));
        Task leaving = Task.Run(batches.Dispose);
        await Task.Delay(20);
        Assert.False(leaving.IsCompleted);
        source.Gate.Set();
        await leaving.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(source.IsRunning);
    }

    [Fact]
    public void Examples_of_different_shapes_do_not_make_a_batch()
    {
        Complaint.Says<ArgumentException>("example 1 is Float32 [2], that of example 0 Float32 [1]",
            () => _ = new DataLoader(new Growing(), 2).First());
    }

    [Fact]
    public void Settings_that_make_no_batch_are_refused()
    {
        Complaint.Says<ArgumentException>("empty", () => _ = new DataLoader(Counted(0)));
        Complaint.Says<ArgumentException>("smaller batchSize", () => _ = new DataLoader(Counted(3), 4, dropLast: true));
        Assert.ThrowsAny<ArgumentException>(() => new DataLoader(Counted(3), 0));
        Assert.ThrowsAny<ArgumentException>(() => new DataLoader(Counted(3), 1, prefetch: -1));
    }

    [Fact]
    public void A_trainer_takes_a_loader_and_knows_how_many_steps_a_pass_has()
    {
        var net = new Linear(1, 1);
        var (x, y) = (Count(10, 1), Count(10, 1));
        var steps = new List<TrainingStep>();
        var trainer = new Trainer
        {
            Model = net,
            Optimizer = new Sgd(net.Parameters) { LearningRate = 0.001 },
            Loss = (p, t) => p.Mse(t),
            Progress = new Listener(steps.Add),
        };
        trainer.Fit(new DataLoader(new TensorDataset(x, y), 4, shuffle: true, seed: 1, prefetch: 2), epochs: 2);
        Assert.Equal(6, steps.Count);
        Assert.All(steps, s => Assert.Equal(3, s.Steps));
    }

    private static TensorDataset Counted(int count) => new(Count(count), Count(count) * 2);

    private static int[] Rows(DataLoader loader) => [.. loader.SelectMany(b => b.Inputs.ToArray<int>())];

    private static double[] Numbers(DataLoader loader) => [.. loader.SelectMany(b => b.Inputs.ToArray<double>())];

    private sealed class Growing : Dataset
    {
        public override int Count => 2;

        public override (Tensor Input, Tensor Target) Example(int index) => (Tensor.Zeros(index + 1), 0);
    }

    private sealed class Listener(Action<TrainingStep> hear) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => hear(value);
    }
}
