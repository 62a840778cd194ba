// L07.a
double[] Softmax(double[] z)
{
    double m = z.Max();
    double log = m + Math.Log(z.Select(v => Math.Exp(v - m)).Sum());
    return [.. z.Select(v => Math.Exp(v - log))];
}
