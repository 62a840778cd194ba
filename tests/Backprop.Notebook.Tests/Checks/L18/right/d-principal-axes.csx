// L18.d
double[] Oddness(double[][] normal, double[][] arriving)
{
    Tensor Rows(double[][] r) => Tensor.From([.. r.SelectMany(v => v)], [r.Length, r[0].Length]);
    var scaler = new Standardizer();
    var axes = new Pca(2);
    axes.Fit(scaler.FitTransform(Rows(normal)));
    Tensor x = scaler.Transform(Rows(arriving));
    return (axes.Inverse(axes.Transform(x)) - x).Square().Sum(1).ToArray<double>();
}
