// L12.d
double BestBeta(double[] bend, double[] start, double rate)
{
    int Count(double beta)
    {
        double[] v = bend.Select(_ => 0.0).ToArray(), w = start.ToArray();
        for (int n = 0; n < 3000; n++)
        {
            if (w.Select((p, i) => bend[i] * p * p).Sum() < 2e-6) return n;
            v = v.Select((u, i) => beta * u - rate * bend[i] * w[i]).ToArray();
            w = w.Zip(v, (a, b) => a + b).ToArray();
        }
        return 3000;
    }
    double around = Enumerable.Range(0, 50).Select(i => i / 50.0).MinBy(Count);
    return Enumerable.Range(-4, 9).Select(i => around + i / 200.0).Where(b => b >= 0 && b < 1).MinBy(Count);
}
