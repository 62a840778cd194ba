// L08.c
double[] S(int nodes, IReadOnlyList<(int From, int To, double Z)> edges, int o)
{
    var s = new double[nodes];
    s[o] = 1;
    for (int i = o - 1; i >= 0; i--)
        foreach (var (from, to, z) in edges)
            if (from == i) s[i] += s[to] * z;
    return s;
}
