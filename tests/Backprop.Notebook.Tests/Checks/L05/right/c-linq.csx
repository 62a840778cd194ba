// L05.c
(double Alpha, double[] Z) PreluBack(double[] z, double alpha, double[] g) =>
    (z.Zip(g, (a, b) => Math.Min(a, 0) * b).Sum(), z.Zip(g, (a, b) => a > 0 ? b : alpha * b).ToArray());
