// L22.c
double BestThreshold(double[] p, int[] y, double miss, double alarm)
{
    int[] order = [.. Enumerable.Range(0, p.Length).OrderByDescending(i => p[i])];
    double cost = y.Count(v => v == 1) * miss, lowest = cost, best = double.PositiveInfinity;
    for (int k = 0; k < order.Length; k++)
    {
        cost += y[order[k]] == 1 ? -miss : alarm;
        bool last = k + 1 == order.Length || p[order[k + 1]] < p[order[k]];
        if (last && cost < lowest) (lowest, best) = (cost, p[order[k]]);
    }
    return best;
}
