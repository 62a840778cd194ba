// L05.d: 0 points
// says: at z = 0 both formulas give 0
double Witness(double alpha) => alpha > 1 ? 0 : double.NaN;
