// L05.c: 0 points
// says: Return the array
(double Alpha, double[] Z) PreluBack(double[] z, double alpha, double[] g) => (double.NaN, null);
