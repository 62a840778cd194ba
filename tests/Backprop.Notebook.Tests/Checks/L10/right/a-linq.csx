// L10.a

class NotesLinear(double[][] w, double[] b)
{
    public double[][] GradW = [.. w.Select(row => new double[b.Length])];
    public double[] GradB = [.. b.Select(_ => 0.0)];
    double[] seen = [];
    public double[] Forward(double[] z) => [.. b.Select((v, j) => v + (seen = z).Select((x, i) => x * w[i][j]).Sum())];
    public double[] Backward(double[] g)
    {
        GradW = [.. GradW.Select((row, i) => row.Select((v, j) => v + seen[i] * g[j]).ToArray())];
        GradB = [.. GradB.Zip(g, (p, q) => p + q)];
        return [.. w.Select(row => row.Zip(g, (p, q) => p * q).Sum())];
    }
}
