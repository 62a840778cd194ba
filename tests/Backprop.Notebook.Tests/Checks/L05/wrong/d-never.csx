// L05.d: 0 points
// says: but there is a witness
double Witness(double alpha) => double.NaN;
