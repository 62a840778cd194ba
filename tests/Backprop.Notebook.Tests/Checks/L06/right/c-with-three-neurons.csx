// L06.c
(double[][] W1, double[] B1, double[] W2, double B2) MyXor() =>
    ([[1, 1], [1, 1], [0.5, 0.2]], [0, -1, -5], [1, -2, 3], 0);
