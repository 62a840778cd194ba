// L10.b: 3 points
// says: all the equals got the whole gradient

class MaxUnit(int group)
{
    double[] seen = [];
    public double[] Forward(double[] z)
    {
        if (seen.Length == 0) seen = z;
        return [.. z.Chunk(group).Select(p => p.Max())];
    }
    public double[] Backward(double[] g) =>
        [.. seen.Select((v, i) => v == seen.Chunk(group).ElementAt(i / group).Max() ? g[i / group] : 0)];
}
