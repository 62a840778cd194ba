// L22.c: 0 points
// says: 0.5 is a habit
double BestThreshold(double[] p, int[] y, double miss, double alarm) => alarm / (miss + alarm);
