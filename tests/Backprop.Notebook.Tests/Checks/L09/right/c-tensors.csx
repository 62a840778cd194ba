// L09.c

(double[][] W1, double[] B1, double[][] W2, double[] B2) Grads(
    double[][] X, double[] t, double[][] W1, double[] b1, double[][] W2, double[] b2)
{
    Tensor Of(double[][] m) => Tensor.From([.. m.SelectMany(r => r)], [m.Length, m[0].Length], DType.Float64);
    Tensor w1 = Of(W1).RequireGrad(), w2 = Of(W2).RequireGrad();
    Tensor c1 = Of([b1]).RequireGrad(), c2 = Of([b2]).RequireGrad();
    Tensor z = (Of(X).MatMul(w1.Transpose(0, 1)) + c1).Tanh().MatMul(w2.Transpose(0, 1)) + c2;
    z.BinaryCrossEntropyWithLogits(Of([.. t.Select(v => new[] { v })])).Backward();
    double[][] Rows(Tensor g, int n) => [.. g.ToArray<double>().Chunk(n)];
    return (Rows(w1.Grad, W1[0].Length), c1.Grad.ToArray<double>(), Rows(w2.Grad, W2[0].Length), c2.Grad.ToArray<double>());
}
