// L09.d: 0 points
// says: index 1 disagrees most
int Suspect(Func<double[], double> loss, double[] w, double[] claimed) => -1;
