// L14.a
double[][] Scale(double[][] train, double[][] rows, Func<double[], (double, double)> learn)
{
    var result = new double[rows.Length][];
    for (int i = 0; i < rows.Length; i++) result[i] = new double[train[0].Length];
    for (int k = 0; k < train[0].Length; k++)
    {
        var (shift, scale) = learn([.. train.Select(row => row[k])]);
        if (scale == 0) scale = 1;
        for (int i = 0; i < rows.Length; i++) result[i][k] = (rows[i][k] - shift) / scale;
    }
    return result;
}
double[][] Standardise(double[][] train, double[][] rows) => Scale(train, rows, c =>
    (c.Average(), Math.Sqrt(c.Average(v => (v - c.Average()) * (v - c.Average())))));
double[][] MinMax(double[][] train, double[][] rows) => Scale(train, rows, c => (c.Min(), c.Max() - c.Min()));
