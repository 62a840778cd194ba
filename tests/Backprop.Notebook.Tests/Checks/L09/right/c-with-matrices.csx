// L09.c

(double[][] W1, double[] B1, double[][] W2, double[] B2) Grads(
    double[][] X, double[] t, double[][] W1, double[] b1, double[][] W2, double[] b2)
{
    double[][] H = [.. X.Select(x => W1.Select((w, r) => Math.Tanh(b1[r] + w.Zip(x, (p, q) => p * q).Sum())).ToArray())];
    double[] D = [.. H.Select((h, n) => 1 / (1 + Math.Exp(-b2[0] - h.Zip(W2[0], (p, q) => p * q).Sum())) - t[n])];
    double[][] E = [.. H.Select((h, n) => h.Select((v, r) => D[n] * W2[0][r] * (1 - v * v)).ToArray())];
    double Mean(Func<int, double> f) => Enumerable.Range(0, X.Length).Average(f);
    return ([.. W1.Select((w, r) => w.Select((_, k) => Mean(n => E[n][r] * X[n][k])).ToArray())],
        [.. b1.Select((_, r) => Mean(n => E[n][r]))],
        [[.. b1.Select((_, r) => Mean(n => D[n] * H[n][r]))]], [D.Average()]);
}
