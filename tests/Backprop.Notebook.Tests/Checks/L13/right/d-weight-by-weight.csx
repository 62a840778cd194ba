// L13.d

double[] WalkDeltaBar(double[] w, double[][] slopes, double rate, double kappa, double phi) =>
    [.. w.Select((start, k) =>
    {
        double r = rate, at = start;
        for (int t = 0; t < slopes.Length; t++)
        {
            int sign = t == 0 ? 0 : Math.Sign(slopes[t][k]) * Math.Sign(slopes[t - 1][k]);
            r = sign switch { 1 => r + kappa, -1 => r - phi * r, _ => r };
            at -= r * slopes[t][k];
        }
        return at;
    })];
