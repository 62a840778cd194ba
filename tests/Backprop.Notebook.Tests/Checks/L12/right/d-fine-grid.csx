// L12.d
double BestBeta(double[] bend, double[] start, double rate)
{
    double best = 0; int fewest = int.MaxValue;
    for (double beta = 0; beta < 1; beta += 0.005)
    {
        var w = start.ToArray(); var v = new double[w.Length]; int n = 0;
        for (; n < fewest; n++)
        {
            double loss = 0;
            for (int i = 0; i < w.Length; i++) loss += bend[i] * w[i] * w[i] / 2;
            if (loss < 1e-6) break;
            for (int i = 0; i < w.Length; i++) { v[i] = beta * v[i] - rate * bend[i] * w[i]; w[i] += v[i]; }
        }
        if (n < fewest) (fewest, best) = (n, beta);
    }
    return best;
}
