// L07.b
double CrossEntropy(double[] z, int label)
{
    double m = z.Max(v => v - z[label]);
    return m + Math.Log(z.Sum(v => Math.Exp(v - z[label] - m)));
}
