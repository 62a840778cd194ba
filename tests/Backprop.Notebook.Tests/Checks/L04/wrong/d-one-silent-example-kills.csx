// L04.d: 0 points
// says: You counted units that are silent for some example
double DeadFraction(double[][] W, double[] b, double[][] X) =>
    W.Where((w, j) => X.Any(x => b[j] + w.Zip(x, (p, q) => p * q).Sum() <= 0)).Count() / (double)W.Length;
