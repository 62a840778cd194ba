// L05.d
double Witness(double alpha) => alpha <= 1 ? double.NaN : -3;
