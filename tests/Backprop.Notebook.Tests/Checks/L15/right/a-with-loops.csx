// L15.a
double L2Loss(double[][] weights, double lambda)
{
    double sum = 0;
    foreach (double[] layer in weights) foreach (double w in layer) sum += Math.Pow(w, 2);
    return 0.5 * lambda * sum;
}
double[][] L2Slopes(double[][] weights, double[][] slopes, double lambda)
{
    double[][] result = slopes.Select(s => s.ToArray()).ToArray();
    for (int l = 0; l < weights.Length; l++)
        for (int i = 0; i < weights[l].Length; i++) result[l][i] += lambda * weights[l][i];
    return result;
}
