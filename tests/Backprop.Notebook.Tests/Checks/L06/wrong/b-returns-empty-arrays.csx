// L06.b: 0 points
// says: W should have 2 row(s) of 2
(double[][] W, double[] B) Collapse(double[][] W1, double[] b1, double[][] W2, double[] b2) => ([], []);
