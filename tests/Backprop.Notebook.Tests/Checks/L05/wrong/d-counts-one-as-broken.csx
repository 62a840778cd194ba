// L05.d: 3 points
// says: At alpha = 1 both sides are z
double Witness(double alpha) => alpha >= 1 ? 1 : double.NaN;
