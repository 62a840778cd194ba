// L21.a
double Predict(double[][] kernel1, double[] bias1, double[][] kernel2, double[] bias2, double[] x)
{
    double[] h = [.. bias1.Select((b, j) => Math.Tanh(b + x.Zip(kernel1, (v, row) => v * row[j]).Sum()))];
    return 1 / (1 + Math.Exp(-(bias2[0] + h.Zip(kernel2, (v, row) => v * row[0]).Sum())));
}
