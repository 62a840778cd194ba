// L08.c: 4 points
// says: walks every path again and again
double[] S(int nodes, IReadOnlyList<(int From, int To, double Z)> edges, int o)
{
    double Walk(int i) => i == o ? 1 : edges.Where(e => e.From == i).Sum(e => e.Z * Walk(e.To));
    return [.. Enumerable.Range(0, nodes).Select(Walk)];
}
