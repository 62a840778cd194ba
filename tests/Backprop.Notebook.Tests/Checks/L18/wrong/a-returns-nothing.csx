// L18.a: 0 points
// says: should be
(double Loss, double[][] Slopes) Tied(double[][] W, double[] x) => (0, null!);
