// L06.c: 1 points
// says: That is OR
(double[][] W1, double[] B1, double[] W2, double B2) MyXor() => ([[1, 1], [1, 0.5]], [0, -9], [1, 0], 0);
