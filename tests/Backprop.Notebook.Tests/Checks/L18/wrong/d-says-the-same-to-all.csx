// L18.d: 0 points
// says: Rows that differ
double[] Oddness(double[][] normal, double[][] arriving) => new double[arriving.Length];
