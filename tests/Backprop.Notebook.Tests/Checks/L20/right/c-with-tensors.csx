// L20.c
double[][] MultiHead(double[][] Q, double[][] K, double[][] V, int heads)
{
    int size = Q[0].Length / heads;
    Tensor Of(double[][] rows) =>
        Tensor.From(rows.SelectMany(row => row).ToArray(), [rows.Length, heads, size], DType.Float64).Transpose(0, 1);
    Tensor y = Functional.Attention(Of(Q), Of(K), Of(V));
    return [.. y.Transpose(0, 1).Reshape(Q.Length, heads * size).ToArray<double>().Chunk(heads * size)];
}
