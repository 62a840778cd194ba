// L03.c: 0 points
// says: You took the score for a probability
double LogLoss(double z, double y) => y == 1 ? -Math.Log(z) : -Math.Log(1 - z);
