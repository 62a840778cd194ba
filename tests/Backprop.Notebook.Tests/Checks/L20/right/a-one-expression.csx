// L20.a
double[][] Attention(double[][] Q, double[][] K, double[][] V, bool causal) => [.. Q.Select((q, i) =>
{
    double[] s = [.. K.Select((k, j) => causal && j > i
        ? double.NegativeInfinity : q.Zip(k, (a, b) => a * b).Sum() / Math.Sqrt(k.Length))];
    double[] e = [.. s.Select(v => Math.Exp(v - s.Max()))];
    return V[0].Select((_, c) => e.Select((w, j) => w / e.Sum() * V[j][c]).Sum()).ToArray();
})];
