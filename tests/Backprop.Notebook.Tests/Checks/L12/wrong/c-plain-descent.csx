// L12.c: 2 points
// says: the velocity of the first step is gone
double[] LookAhead(double[] bend, double[] start, double rate, double beta, int steps) => start.Zip(bend, (p, c) => p * Math.Pow(1 - rate * c, steps)).ToArray();
