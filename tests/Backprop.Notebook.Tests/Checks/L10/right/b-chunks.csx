// L10.b

class MaxUnit(int group)
{
    double[][] parts = [];
    public double[] Forward(double[] z) => [.. (parts = [.. z.Chunk(group)]).Select(p => p.Max())];
    public double[] Backward(double[] g) => [.. parts.SelectMany((p, k) =>
        p.Select((_, i) => i == Array.IndexOf(p, p.Max()) ? g[k] : 0))];
}
