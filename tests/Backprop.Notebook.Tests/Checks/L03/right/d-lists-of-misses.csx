// L03.d
(double[] W, double B) LogisticGrad(double[][] X, double[] y, double[] w, double b)
{
    double[] miss = [.. X.Select((x, i) => 1 / (1 + Math.Exp(-x.Zip(w, (p, q) => p * q).Sum() - b)) - y[i])];
    return ([.. w.Select((_, k) => X.Select((x, i) => x[k] * miss[i]).Average())], miss.Average());
}
