// L07.d
double[][] Jacobian(double[] z)
{
    double m = z.Max(), sum = z.Sum(v => Math.Exp(v - m));
    double O(int i) => Math.Exp(z[i] - m) / sum;
    var table = new double[z.Length][];
    for (int i = 0; i < z.Length; i++)
    {
        table[i] = [.. z.Select((_, j) => i == j ? 0 : -O(i) * O(j))];
        table[i][i] = -table[i].Sum();
    }
    return table;
}
