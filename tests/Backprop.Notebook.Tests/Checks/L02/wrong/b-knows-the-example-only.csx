// L02.b: 1 points
// says: should be
double[] Slopes(double x, double y) => [8, -140, 1, 2, Math.Cos(2), 5, 0, 9];
