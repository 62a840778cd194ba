// L06.a: 1 points
// says: The bias was added after ReLU
double[] Forward(double[] x, double[][][] weights, double[][] biases)
{
    double[] h = x;
    for (int l = 0; l < weights.Length; l++)
    {
        var z = new double[weights[l].Length];
        for (int r = 0; r < z.Length; r++)
        {
            for (int k = 0; k < h.Length; k++) z[r] += weights[l][r][k] * h[k];
            if (l < weights.Length - 1) z[r] = Math.Max(0, z[r]);
            z[r] += biases[l][r];
        }
        h = z;
    }
    return h;
}
