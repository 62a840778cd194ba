// L22.c
double BestThreshold(double[] p, int[] y, double miss, double alarm)
{
    double[] sorted = [.. p.Order()];
    double best = -1, lowest = double.MaxValue;
    for (int i = 0; i <= sorted.Length; i++)
    {
        double t = i == 0 ? -1 : i == sorted.Length ? sorted[^1] + 1 : (sorted[i - 1] + sorted[i]) / 2;
        double cost = 0;
        for (int k = 0; k < p.Length; k++)
            if (y[k] == 1 && p[k] < t) cost += miss;
            else if (y[k] == 0 && p[k] >= t) cost += alarm;
        if (cost < lowest) (lowest, best) = (cost, t);
    }
    return best;
}
