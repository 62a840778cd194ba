// L11.a: 0 points
// says: the border is
double MaxStableRate(double[][] A) => 0.25;
