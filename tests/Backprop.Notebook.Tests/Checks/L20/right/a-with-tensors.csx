// L20.a
double[][] Attention(double[][] Q, double[][] K, double[][] V, bool causal)
{
    Tensor Of(double[][] rows) =>
        Tensor.From(rows.SelectMany(row => row).ToArray(), [rows.Length, rows[0].Length], DType.Float64);
    return [.. Functional.Attention(Of(Q), Of(K), Of(V), causal: causal).ToArray<double>().Chunk(V[0].Length)];
}
