using System.Diagnostics;

namespace Backprop.Checks;

/// <summary>
/// Tells work that doubles with each layer from work that only adds up, where nothing can be counted. It compares no
/// two times: an answer that visits each node once needs microseconds for the largest size, one that walks every path
/// needs at least twice the limit. The best of several runs counts, so a busy machine cannot fail a good answer.
/// </summary>
public static class Effort
{
    private const int Tries = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// Networks of two nodes a layer, from a few layers to so many that walking every path takes too long.
    /// </summary>
    public static IReadOnlyList<int> Layers { get; } = [8, 12, 16, 20, 24];

    /// <summary>Runs the work on each size, smallest first.</summary>
    /// <param name="work">The work for a number of layers.</param>
    /// <returns>True if it stays small; false as soon as one size takes too long in every try.</returns>
    public static bool StaysSmall(Action<int> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Layers.All(layers => Enumerable.Range(0, Tries).Any(_ => IsQuick(() => work(layers))));
    }

    private static bool IsQuick(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed < Limit;
    }
}
