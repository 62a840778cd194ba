// L13.d: 0 points
// says: Nothing moved
double[] WalkDeltaBar(double[] w, double[][] slopes, double rate, double kappa, double phi) => [.. w];
