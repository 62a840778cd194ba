// L19.a: 0 points
// says: three numbers are asked
double[] GanLosses(double[] real, double[] made) => [];
