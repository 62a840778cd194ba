// L06.c: 0 points
// says: W1 has 4 row(s)
(double[][] W1, double[] B1, double[] W2, double B2) MyXor() =>
    ([[1, -1], [-1, 1], [0, 0], [0, 1]], [0, 0, 0, 0], [1, 1, 0, 0], 0);
