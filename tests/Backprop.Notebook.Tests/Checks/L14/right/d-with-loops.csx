// L14.d
double[][] ClipByNorm(double[][] gradients, double max)
{
    double sum = 0;
    foreach (var part in gradients) foreach (var g in part) sum += g * g;
    double norm = Math.Sqrt(sum);
    var result = new double[gradients.Length][];
    for (int i = 0; i < gradients.Length; i++)
    {
        result[i] = (double[])gradients[i].Clone();
        if (norm > max)
            for (int k = 0; k < result[i].Length; k++) result[i][k] *= max / norm;
    }
    return result;
}
