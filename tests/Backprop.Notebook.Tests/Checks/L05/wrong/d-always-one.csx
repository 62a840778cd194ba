// L05.d: 0 points
// says: The formulas agree everywhere for this alpha
double Witness(double alpha) => 1;
