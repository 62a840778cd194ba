// L22.c: 5 points
// says: Sort a copy
double BestThreshold(double[] p, int[] y, double miss, double alarm)
{
    Array.Sort(p, y);
    double Cost(double t) => p.Zip(y, (chance, bought) => bought == 1 ? (chance < t ? miss : 0) : (chance >= t ? alarm : 0)).Sum();
    return p.Append(p[^1] + 1).MinBy(Cost);
}
