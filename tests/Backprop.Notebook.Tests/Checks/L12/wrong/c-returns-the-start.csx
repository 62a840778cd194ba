// L12.c: 0 points
// says: Nothing moved
double[] LookAhead(double[] bend, double[] start, double rate, double beta, int steps) => start.ToArray();
