// L05.d: 4 points
// says: A negative alpha turns the left arm up
double Witness(double alpha) => alpha > 1 || alpha < 0 ? -1 : double.NaN;
