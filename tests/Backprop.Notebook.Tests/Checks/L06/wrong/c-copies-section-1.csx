// L06.c: 0 points
// says: as in section 1
(double[][] W1, double[] B1, double[] W2, double B2) MyXor() => ([[1, 1], [1, 1]], [0, -1], [1, -2], 0);
