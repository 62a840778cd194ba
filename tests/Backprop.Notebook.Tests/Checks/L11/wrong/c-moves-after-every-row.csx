// L11.c: 0 points
// says: You moved after every row
double[] FitSgd(double[][] X, double[] y, int[][] batches, double rate, int epochs)
{
    var w = new double[X[0].Length];
    for (int epoch = 0; epoch < epochs; epoch++)
        foreach (int i in batches.SelectMany(b => b))
        {
            double e = y[i] - w.Select((v, k) => v * X[i][k]).Sum();
            for (int k = 0; k < w.Length; k++) w[k] += 2 * rate * e * X[i][k];
        }
    return w;
}
