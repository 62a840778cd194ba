using System.Globalization;

namespace Backprop.Tests;

/// <summary>Slow: a process trains for thousands of steps. BACKPROP_MEMORY_STEPS sets how many (20000 for the long run).</summary>
[Trait("Speed", "Slow")]
public class MemoryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Training_without_using_takes_no_more_memory_late_than_early(bool byTrainer)
    {
        string? wish = Environment.GetEnvironmentVariable("BACKPROP_MEMORY_STEPS");
        int steps = wish is null ? 2000 : int.Parse(wish, CultureInfo.InvariantCulture);
        var sizes = MemoryOfSteps.Measure(steps, byTrainer);
        // Of 20,000 steps: 1,000 to 2,000 against 15,000 to 20,000. A shorter run needs its first third to settle.
        int early = Median(sizes, Math.Max(steps / 20, Math.Min(500, steps / 4)), Math.Max(steps / 10, Math.Min(1000, steps / 2)));
        int late = Median(sizes, steps * 3 / 4, steps);
        Assert.True(late <= 1.1 * early && late <= 300, $"{early} MiB early, {late} MiB late, of {steps} steps.");
    }

    private static int Median(List<(int Step, int Size)> sizes, int from, int to)
    {
        int[] part = [.. sizes.Where(s => s.Step >= from && s.Step <= to).Select(s => s.Size).Order()];
        return part[part.Length / 2];
    }
}
