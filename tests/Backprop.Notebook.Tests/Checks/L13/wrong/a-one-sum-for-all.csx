// L13.a: 2 points
// says: All weights share one sum

double[] WalkAdaGrad(double[] w, double[][] slopes, double rate)
{
    double[] result = [.. w];
    double sum = 0;
    foreach (double[] slope in slopes)
    {
        sum += slope.Sum(g => g * g);
        for (int k = 0; k < w.Length; k++) result[k] -= rate * slope[k] / (Math.Sqrt(sum) + 1e-8);
    }
    return result;
}
