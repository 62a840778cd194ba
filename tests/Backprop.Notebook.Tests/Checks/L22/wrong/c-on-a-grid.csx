// L22.c: 0 points
// says: between the points of your grid
double BestThreshold(double[] p, int[] y, double miss, double alarm)
{
    double Cost(double t) => p.Zip(y, (chance, bought) => bought == 1 ? (chance < t ? miss : 0) : (chance >= t ? alarm : 0)).Sum();
    return Enumerable.Range(0, 102).Select(i => i * 0.01).MinBy(Cost);
}
