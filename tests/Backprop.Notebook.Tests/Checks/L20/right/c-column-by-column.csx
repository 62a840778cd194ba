// L20.c
double[][] MultiHead(double[][] Q, double[][] K, double[][] V, int heads)
{
    int width = Q[0].Length, size = width / heads;
    var rows = Q.Select(_ => new double[width]).ToArray();
    for (int i = 0; i < Q.Length; i++)
        for (int c = 0; c < width; c++)
        {
            int from = c / size * size;
            double[] s = new double[K.Length];
            for (int j = 0; j < K.Length; j++)
                for (int k = from; k < from + size; k++) s[j] += Q[i][k] * K[j][k] / Math.Sqrt(size);
            double max = s.Max(), sum = s.Sum(v => Math.Exp(v - max));
            for (int j = 0; j < K.Length; j++) rows[i][c] += Math.Exp(s[j] - max) / sum * V[j][c];
        }
    return rows;
}
