using System.Runtime.CompilerServices;

namespace Backprop.Tests;

/// <summary>Alone, because the pool's counts are the process'.</summary>
[CollectionDefinition(nameof(PoolTests), DisableParallelization = true)]
public sealed class PoolTestsRunAlone;

[Collection(nameof(PoolTests))]
public sealed class PoolTests
{
    private const long MiB = 1 << 20;

    private static Storage New(long bytes) => Device.Reference.Allocate(bytes);

    [Theory]
    [InlineData(1, 1024)]
    [InlineData(1024, 1024)]
    [InlineData(1025, 1280)]
    [InlineData(1280, 1280)]
    [InlineData(1_000_000, 1_048_576)]
    [InlineData(3L << 30, 3L << 30)]
    public void A_size_class_holds_what_was_asked_for(long bytes, long expected)
    {
        Pool.SizeClass(bytes, out long size);
        Assert.Equal(expected, size);
    }

    [Fact]
    public void A_size_class_wastes_a_fifth_at_most_and_never_two_sizes_share_a_number()
    {
        var sizes = new Dictionary<int, long>();
        for (long bytes = 1024; bytes < 1 << 22; bytes += 97)
        {
            int number = Pool.SizeClass(bytes, out long size);
            Assert.InRange(size, bytes, bytes * 5 / 4 + 1);
            Assert.Equal(size, sizes.TryAdd(number, size) ? size : sizes[number]);
        }
    }

    [Fact]
    public void Large_storages_are_aligned_to_64_bytes_and_small_ones_are_arrays()
    {
        Assert.IsType<HostStorage>(New(HostStorage.Small));
        var large = Assert.IsType<PooledStorage>(New(HostStorage.Small + 1));
        Assert.Equal(0, AddressOf(large) % 64);
        GC.KeepAlive(large);
    }

    [Fact]
    public void Memory_given_back_by_hand_is_handed_out_again()
    {
        var first = (HostStorage)New(5 * MiB);
        nint address = AddressOf(first);
        first.Release();
        var second = (HostStorage)New(5 * MiB);
        Assert.Equal(address, AddressOf(second));
        second.Release();
    }

    [Theory]
    [InlineData(8)]
    [InlineData(100_000)]
    public void A_released_storage_throws_and_shows_nobody_elses_numbers(int bytes)
    {
        var storage = (HostStorage)New(bytes);
        storage.Release();
        storage.Release();
        Assert.True(storage.IsReleased);
        var view = new View(storage, [2], DType.Float32);
        var error = Assert.Throws<ObjectDisposedException>(() => view.ToArray<float>());
        Assert.StartsWith("This tensor was freed with its step", error.Message);
        Assert.Throws<ObjectDisposedException>(() => Device.Reference.Map(
            new Program(0, 0, 1.0), [view], []));
    }

    [Fact]
    public void Steps_that_drop_their_tensors_keep_memory_flat()
    {
        Pool.Trim();
        long before = Pool.Live;
        int collections = Pool.Collections;
        long most = 0;
        for (int step = 0; step < 4000; step++)
        {
            Step();
            most = Math.Max(most, Pool.Live + Pool.Held);
        }
        Assert.InRange(most - before, 1, 200 * MiB);
        // 4,000 steps hand out 4 GiB: without a rule for collecting it would all be from the system.
        Assert.InRange(Pool.Collections - collections, 1, 400);
    }

    [Fact]
    public void Steps_that_give_back_by_hand_need_no_collection()
    {
        int collections = Pool.Collections;
        for (int step = 0; step < 4000; step++)
            New(MiB).Release();
        Assert.InRange(Pool.Collections - collections, 0, 1);
    }

    [Fact]
    public void Sizes_that_are_no_longer_asked_for_do_not_pile_up()
    {
        for (int size = 1; size <= 64; size++)
        {
            for (int i = 0; i < 20; i++)
                New(size * MiB);
        }
        Assert.InRange(Pool.Held + Pool.Live, 0, 1024 * MiB);
        Pool.Trim();
        Assert.Equal(0, Pool.Held);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Step()
    {
        for (int layer = 0; layer < 8; layer++)
            New(100_000 + layer * 10_000);
    }

    private static unsafe nint AddressOf(HostStorage storage)
    {
        fixed (byte* start = &storage.Start)
            return (nint)start;
    }
}
