// L06.a
double[] Forward(double[] x, double[][][] weights, double[][] biases) =>
    Enumerable.Range(0, weights.Length).Aggregate(x, (h, l) =>
        [.. weights[l].Select((row, r) => row.Zip(h, (w, v) => w * v).Sum() + biases[l][r])
            .Select(z => l == weights.Length - 1 || z > 0 ? z : 0)]);
