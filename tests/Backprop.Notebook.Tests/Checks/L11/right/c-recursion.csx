// L11.c
double[] FitSgd(double[][] X, double[] y, int[][] batches, double rate, int epochs)
{
    double[] Step(double[] w, int[] batch)
    {
        var next = (double[])w.Clone();
        foreach (int i in batch)
        {
            double z = 0;
            for (int k = 0; k < w.Length; k++) z += w[k] * X[i][k];
            for (int k = 0; k < w.Length; k++) next[k] += rate * 2 * (y[i] - z) * X[i][k] / batch.Length;
        }
        return next;
    }
    double[] Go(double[] w, int left) => left == 0 ? w : Go(batches.Aggregate(w, Step), left - 1);
    return Go(new double[X[0].Length], epochs);
}
