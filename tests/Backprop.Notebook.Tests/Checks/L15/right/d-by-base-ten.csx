// L15.d
double[] LogDraws(double low, double high, int count, int seed)
{
    var random = new Random(seed + 100);
    double a = Math.Log10(low), b = Math.Log10(high);
    return Enumerable.Range(0, count).Select(_ => Math.Pow(10, b - (b - a) * random.NextDouble())).ToArray();
}
double BestOf(double[] values, double[] losses) =>
    values.Zip(losses).Where(p => double.IsFinite(p.Second)).OrderBy(p => p.Second).First().First;
