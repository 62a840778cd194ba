namespace Backprop;

/// <summary>A curve of any length in a bounded number of points: as it grows, neighbours are joined to their
/// mean.</summary>
internal sealed class ThinCurve
{
    private const int Most = 320;

    private readonly List<double> means = [];
    private int perPoint = 1;
    private int taken;
    private double sum;

    /// <summary>The means of equally many numbers each.</summary>
    public IReadOnlyList<double> Means => means;

    /// <summary>Where the middle of each stands, the first number being at 0 to 1.</summary>
    public IEnumerable<double> Places => Enumerable.Range(0, means.Count).Select(i => (i + 0.5) * perPoint);

    public void Add(double number)
    {
        sum += number;
        taken++;
        if (taken < perPoint)
            return;
        means.Add(sum / perPoint);
        (sum, taken) = (0, 0);
        if (means.Count == Most)
            Join();
    }

    private void Join()
    {
        for (int i = 0; i < Most / 2; i++)
            means[i] = (means[2 * i] + means[(2 * i) + 1]) / 2;
        means.RemoveRange(Most / 2, Most / 2);
        perPoint *= 2;
    }
}
