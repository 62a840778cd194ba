// L18.c
double Contractive(double[][] W, double[] b, double[] x) => W.Select((row, k) =>
{
    double t = Math.Tanh((b[k] + row.Zip(x, (w, v) => w * v).Sum()) / 2), s = (1 - t * t) / 4;
    return row.Sum(w => s * w * s * w);
}).Sum();
