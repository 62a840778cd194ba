// L09.d: 0 points
// says: you return 0
int Suspect(Func<double[], double> loss, double[] w, double[] claimed) => 0;
