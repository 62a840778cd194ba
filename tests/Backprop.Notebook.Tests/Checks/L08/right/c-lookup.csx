// L08.c
double[] S(int nodes, IReadOnlyList<(int From, int To, double Z)> edges, int o)
{
    var leaving = edges.ToLookup(e => e.From);
    var s = new double[nodes];
    for (int i = nodes - 1; i >= 0; i--) s[i] = i == o ? 1 : leaving[i].Sum(e => s[e.To] * e.Z);
    return s;
}
