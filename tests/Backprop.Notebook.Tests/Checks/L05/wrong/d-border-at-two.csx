// L05.d: 3 points
// says: but there is a witness
double Witness(double alpha) => alpha >= 1.5 ? 1 : double.NaN;
