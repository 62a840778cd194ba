// L06.b
(double[][] W, double[] B) Collapse(double[][] W1, double[] b1, double[][] W2, double[] b2) =>
    ([.. W2.Select(row => W1[0].Select((_, c) => row.Select((w, k) => w * W1[k][c]).Sum()).ToArray())],
     [.. W2.Select((row, r) => row.Zip(b1, (w, b) => w * b).Sum() + b2[r])]);
