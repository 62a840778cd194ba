double[] S(int nodes, IReadOnlyList<(int From, int To, double Z)> edges, int o)
{
    var s = new double[nodes];
    s[o] = 1;
    foreach (var (from, to, z) in edges.OrderByDescending(e => e.From))
        s[from] += s[to] * z;
    return s;
}
