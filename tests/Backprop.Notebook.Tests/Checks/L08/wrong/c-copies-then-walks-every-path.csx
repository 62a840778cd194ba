// L08.c: 4 points
// says: right, but it walks every path
double[] S(int nodes, IReadOnlyList<(int From, int To, double Z)> edges, int o)
{
    var leaving = edges.ToLookup(e => e.From);
    double Walk(int i) => i == o ? 1 : leaving[i].Sum(e => e.Z * Walk(e.To));
    return [.. Enumerable.Range(0, nodes).Select(Walk)];
}
