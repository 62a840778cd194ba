// L15.d: 0 points
// says: should have 200 numbers
double[] LogDraws(double low, double high, int count, int seed) => [];
double BestOf(double[] values, double[] losses) => 0;
