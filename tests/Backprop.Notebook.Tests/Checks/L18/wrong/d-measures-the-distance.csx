// L18.d: 1 points
// says: the distance from the middle
double[] Oddness(double[][] normal, double[][] arriving)
{
    int n = normal[0].Length;
    double[] mean = [.. Enumerable.Range(0, n).Select(k => normal.Average(r => r[k]))];
    double[] variance = [.. mean.Select((m, k) => normal.Average(r => (r[k] - m) * (r[k] - m)))];
    return [.. arriving.Select(r => r.Select((v, k) => (v - mean[k]) * (v - mean[k]) / variance[k]).Sum())];
}
