// L04.d: 0 points
// says: That is the share of silent values
double DeadFraction(double[][] W, double[] b, double[][] X) =>
    W.SelectMany((w, j) => X.Select(x => b[j] + w.Zip(x, (p, q) => p * q).Sum())).Average(z => z <= 0 ? 1.0 : 0.0);
