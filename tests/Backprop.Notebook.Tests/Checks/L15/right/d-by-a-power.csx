// L15.d
double[] LogDraws(double low, double high, int count, int seed)
{
    var random = new Random(seed);
    var result = new double[count];
    for (int i = 0; i < count; i++) result[i] = low * Math.Pow(high / low, random.NextDouble());
    return result;
}
double BestOf(double[] values, double[] losses)
{
    double best = double.PositiveInfinity, value = values[0];
    for (int i = 0; i < losses.Length; i++)
        if (double.IsFinite(losses[i]) && losses[i] < best) (best, value) = (losses[i], values[i]);
    return value;
}
