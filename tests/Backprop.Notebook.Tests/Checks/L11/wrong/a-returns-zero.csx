// L11.a: 0 points
// says: With rate 0 nobody moves
double MaxStableRate(double[][] A) => 0;
