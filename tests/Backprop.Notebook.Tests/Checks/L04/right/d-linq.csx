// L04.d
double DeadFraction(double[][] W, double[] b, double[][] X) =>
    W.Select((w, j) => X.All(x => b[j] + w.Zip(x, (p, q) => p * q).Sum() <= 0) ? 1.0 : 0.0).Average();
