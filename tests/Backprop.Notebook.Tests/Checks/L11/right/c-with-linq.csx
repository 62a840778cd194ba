// L11.c
double[] FitSgd(double[][] X, double[] y, int[][] batches, double rate, int epochs)
{
    double[] w = X[0].Select(_ => 0.0).ToArray();
    foreach (int[] batch in Enumerable.Repeat(batches, epochs).SelectMany(b => b))
    {
        var misses = batch.Select(i => (Row: X[i], Miss: X[i].Zip(w, (a, b) => a * b).Sum() - y[i])).ToArray();
        w = w.Select((v, k) => v - rate * misses.Average(m => 2 * m.Miss * m.Row[k])).ToArray();
    }
    return w;
}
