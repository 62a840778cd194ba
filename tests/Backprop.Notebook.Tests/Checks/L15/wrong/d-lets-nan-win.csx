// L15.d: 4 points
// says: Its training exploded
double[] LogDraws(double low, double high, int count, int seed)
{
    var random = new Random(seed);
    return [.. Enumerable.Range(0, count).Select(_ => low * Math.Pow(high / low, random.NextDouble()))];
}
double BestOf(double[] values, double[] losses) => values[Array.IndexOf(losses, losses.Min())];
