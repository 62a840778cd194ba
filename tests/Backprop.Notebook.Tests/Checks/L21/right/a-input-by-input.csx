// L21.a
double Predict(double[][] kernel1, double[] bias1, double[][] kernel2, double[] bias2, double[] x)
{
    double[] sums = [.. bias1];
    for (int i = 0; i < x.Length; i++)
        for (int j = 0; j < sums.Length; j++) sums[j] += kernel1[i][j] * x[i];
    double z = 0;
    for (int j = 0; j < sums.Length; j++) z += kernel2[j][0] * Math.Tanh(sums[j]);
    return 0.5 + 0.5 * Math.Tanh((z + bias2[0]) / 2);
}
