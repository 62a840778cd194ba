// L14.a: 0 points
// says: There is nothing in it
double[][] Standardise(double[][] train, double[][] rows) => [];
double[][] MinMax(double[][] train, double[][] rows) => [];
