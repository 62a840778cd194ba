// L05.c: 0 points
// says: should be
(double Alpha, double[] Z) PreluBack(double[] z, double alpha, double[] g) => (alpha, z);
