// L12.a: 0 points
// says: It never drops
double Exponential(double start, double k, int t) => start;
double Inverse(double start, double k, int t) => start;
double StepRate(double start, double factor, int every, int t) => start;
double Plateau(double start, double factor, int patience, double[] losses) => start;
