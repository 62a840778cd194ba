// L14.a: 4 points
// says: other numbers after the call
double[][] Standardise(double[][] train, double[][] rows)
{
    double[][] result = [.. rows.Select(row => row.ToArray())];
    for (int k = 0; k < train[0].Length; k++)
    {
        double mean = train.Average(row => row[k]);
        double spread = Math.Sqrt(train.Average(row => (row[k] - mean) * (row[k] - mean)));
        foreach (double[] row in result) row[k] = (row[k] - mean) / (spread == 0 ? 1 : spread);
    }
    return result;
}
double[][] MinMax(double[][] train, double[][] rows)
{
    for (int k = 0; k < train[0].Length; k++)
    {
        double least = train.Min(row => row[k]), range = train.Max(row => row[k]) - least;
        foreach (double[] row in rows) row[k] = (row[k] - least) / (range == 0 ? 1 : range);
    }
    return rows;
}
