// L12.d: 0 points
// says: That formula belongs to its own rate
double BestBeta(double[] bend, double[] start, double rate)
{
    double ratio = Math.Sqrt(bend.Max() / bend.Min());
    return Math.Pow((ratio - 1) / (ratio + 1), 2);
}
