// L03.a
double Mse(double[] predicted, double[] actual)
{
    double total = 0;
    foreach (var (p, a) in predicted.Zip(actual)) total += Math.Pow(a - p, 2);
    return total / predicted.Length;
}
