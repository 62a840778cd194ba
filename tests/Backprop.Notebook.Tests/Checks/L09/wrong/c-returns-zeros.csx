// L09.c: 0 points
// says: dW2 should be

(double[][] W1, double[] B1, double[][] W2, double[] B2) Grads(
    double[][] X, double[] t, double[][] W1, double[] b1, double[][] W2, double[] b2) =>
    ([.. W1.Select(r => new double[r.Length])], new double[b1.Length], [new double[b1.Length]], [0]);
