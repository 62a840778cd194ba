// L11.c: 0 points
// says: The batch holds row numbers
double[] FitSgd(double[][] X, double[] y, int[][] batches, double rate, int epochs)
{
    var w = new double[X[0].Length];
    for (int epoch = 0; epoch < epochs; epoch++)
        foreach (int[] batch in batches)
        {
            var slopes = new double[w.Length];
            for (int i = 0; i < batch.Length; i++)
            {
                double e = y[i] - w.Select((v, k) => v * X[i][k]).Sum();
                for (int k = 0; k < w.Length; k++) slopes[k] -= 2 * e * X[i][k] / batch.Length;
            }
            for (int k = 0; k < w.Length; k++) w[k] -= rate * slopes[k];
        }
    return w;
}
