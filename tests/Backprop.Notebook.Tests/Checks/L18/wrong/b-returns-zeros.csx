// L18.b: 0 points
// says: should be
(double Penalty, double[][] Slopes) Sparsity(double[][] H, double rho) => (0, [.. H.Select(row => new double[row.Length])]);
