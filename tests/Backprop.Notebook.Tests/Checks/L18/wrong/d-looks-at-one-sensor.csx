// L18.d: 1 points
// says: about what a coin would do
double[] Oddness(double[][] normal, double[][] arriving)
{
    double mean = normal.Average(r => r[0]);
    return [.. arriving.Select(r => Math.Abs(r[0] - mean))];
}
