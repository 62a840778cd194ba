// L06.b
(double[][] W, double[] B) Collapse(double[][] W1, double[] b1, double[][] W2, double[] b2)
{
    double[] Run(double[] x)
    {
        double[] h = [.. W1.Select((row, r) => row.Zip(x, (w, v) => w * v).Sum() + b1[r])];
        return [.. W2.Select((row, r) => row.Zip(h, (w, v) => w * v).Sum() + b2[r])];
    }
    int n = W1[0].Length;
    double[] B = Run(new double[n]);
    var columns = Enumerable.Range(0, n).Select(c =>
    {
        var unit = new double[n];
        unit[c] = 1;
        return Run(unit);
    }).ToList();
    return ([.. B.Select((_, r) => columns.Select(column => column[r] - B[r]).ToArray())], B);
}
