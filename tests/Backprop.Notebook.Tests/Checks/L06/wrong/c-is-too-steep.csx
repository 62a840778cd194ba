// L06.c: 4 points
// says: an input that is off by 0.02 flips the answer
(double[][] W1, double[] B1, double[] W2, double B2) MyXor() => ([[100, -100], [-100, 100]], [0, 0], [1, 1], 0);
