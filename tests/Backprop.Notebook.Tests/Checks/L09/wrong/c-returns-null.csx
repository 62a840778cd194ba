// L09.c: 0 points
// says: dW1 is 0 x 0

(double[][] W1, double[] B1, double[][] W2, double[] B2) Grads(
    double[][] X, double[] t, double[][] W1, double[] b1, double[][] W2, double[] b2) => default;
