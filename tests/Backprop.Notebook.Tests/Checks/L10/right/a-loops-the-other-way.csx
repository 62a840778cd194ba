// L10.a

class NotesLinear(double[][] w, double[] b)
{
    public double[][] GradW = [.. w.Select(row => new double[row.Length])];
    public double[] GradB = new double[b.Length];
    double[] seen = [];
    public double[] Forward(double[] z)
    {
        seen = z;
        var o = new double[b.Length];
        for (int j = 0; j < o.Length; j++)
        {
            o[j] = b[j];
            for (int i = 0; i < z.Length; i++) o[j] += w[i][j] * z[i];
        }
        return o;
    }
    public double[] Backward(double[] g)
    {
        var back = new double[w.Length];
        for (int j = 0; j < g.Length; j++)
        {
            GradB[j] += g[j];
            for (int i = 0; i < back.Length; i++) { GradW[i][j] += seen[i] * g[j]; back[i] += w[i][j] * g[j]; }
        }
        return back;
    }
}
