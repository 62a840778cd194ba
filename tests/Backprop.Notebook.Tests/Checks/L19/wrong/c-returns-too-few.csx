// L19.c: 0 points
// says: points are asked
double[][] Forge(double[][] real, int count, int seed) => real[..10];
