// L11.a
double MaxStableRate(double[][] A)
{
    int n = A.Length;
    double[][] B = A.Select(row => row.ToArray()).ToArray();
    for (int k = 0; k < 12; k++)
    {
        double scale = B.Sum(row => row.Sum(Math.Abs));
        B = B.Select(row => Enumerable.Range(0, n).Select(j => Enumerable.Range(0, n).Sum(i => row[i] * B[i][j] / scale / scale)).ToArray()).ToArray();
    }
    double trace = Enumerable.Range(0, n).Sum(i => B[i][i]);
    double more = Enumerable.Range(0, n).Sum(i => Enumerable.Range(0, n).Sum(k => A[i][k] * B[k][i]));
    return 2 * trace / more;
}
