// L20.b
(double[] Y, double[] Dx) Residual(double[] x, double[][] W, double[] b, double[] dy)
{
    double[] z = [.. W.Select((row, r) => row.Zip(x, (w, v) => w * v).Sum() + b[r])];
    double[] g = [.. dy.Select((d, r) => z[r] > 0 ? d : 0)];
    return ([.. x.Select((v, r) => v + Math.Max(0, z[r]))],
        [.. dy.Select((d, k) => d + g.Select((v, r) => v * W[r][k]).Sum())]);
}
