// L07.d
double[][] Jacobian(double[] z)
{
    double[] o = [.. z.Select(a => 1 / z.Sum(b => Math.Exp(b - a)))];
    double[][] table = [.. o.Select(a => o.Select(b => -a * b).ToArray())];
    for (int i = 0; i < o.Length; i++) table[i][i] += o[i];
    return table;
}
