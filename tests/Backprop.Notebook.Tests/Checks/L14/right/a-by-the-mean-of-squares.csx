// L14.a
double[][] Standardise(double[][] train, double[][] rows)
{
    int n = train[0].Length;
    double[] mean = new double[n], spread = new double[n];
    for (int k = 0; k < n; k++)
    {
        foreach (var row in train) { mean[k] += row[k] / train.Length; spread[k] += row[k] * row[k] / train.Length; }
        double variance = spread[k] - mean[k] * mean[k];
        spread[k] = variance < 1e-12 ? 1 : Math.Sqrt(variance);
    }
    return rows.Select(row => row.Zip(mean, (x, m) => x - m).Zip(spread, (x, s) => x / s).ToArray()).ToArray();
}
double[][] MinMax(double[][] train, double[][] rows)
{
    var least = (double[])train[0].Clone();
    var most = (double[])train[0].Clone();
    foreach (var row in train)
        for (int k = 0; k < row.Length; k++) { least[k] = Math.Min(least[k], row[k]); most[k] = Math.Max(most[k], row[k]); }
    return rows.Select(row => row.Select((x, k) => most[k] > least[k] ? (x - least[k]) / (most[k] - least[k]) : x - least[k]).ToArray()).ToArray();
}
