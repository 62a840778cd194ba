// L08.c
double[] S(int nodes, IReadOnlyList<(int From, int To, double Z)> edges, int o)
{
    var known = new Dictionary<int, double> { [o] = 1 };
    double Of(int i) => known.TryGetValue(i, out var s)
        ? s
        : known[i] = i > o ? 0 : edges.Where(e => e.From == i).Sum(e => Of(e.To) * e.Z);
    return [.. Enumerable.Range(0, nodes).Select(Of)];
}
