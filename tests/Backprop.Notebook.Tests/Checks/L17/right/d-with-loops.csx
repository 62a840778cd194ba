// L17.d
double[][] Clip(double[][] gradients, double max)
{
    double sum = 0;
    foreach (double[] row in gradients)
        foreach (double v in row) sum += v * v;
    double length = Math.Sqrt(sum);
    var result = new double[gradients.Length][];
    for (int r = 0; r < result.Length; r++)
    {
        result[r] = new double[gradients[r].Length];
        for (int k = 0; k < result[r].Length; k++)
            result[r][k] = length <= max ? gradients[r][k] : gradients[r][k] / length * max;
    }
    return result;
}
