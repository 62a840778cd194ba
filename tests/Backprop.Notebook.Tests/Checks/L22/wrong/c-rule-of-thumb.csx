// L22.c: 0 points
// says: costs
double BestThreshold(double[] p, int[] y, double miss, double alarm) => alarm / (miss + alarm);
