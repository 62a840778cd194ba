// L10.c

class Fork(params Part[] heads) : Part
{
    List<int> starts = [];
    public override double[] Forward(double[] z)
    {
        var all = new List<double>();
        starts = [0];
        foreach (Part head in heads) { all.AddRange(head.Forward([.. z])); starts.Add(all.Count); }
        return [.. all];
    }
    public override double[] Backward(double[] g)
    {
        double[][] shares = [.. heads.Select((head, k) => head.Backward(g[starts[k]..starts[k + 1]]))];
        return [.. shares[0].Select((_, i) => shares.Sum(s => s[i]))];
    }
}
