// L03.c: 0 points
// says: squared error of the probability
double LogLoss(double z, double y) => Math.Pow(1 / (1 + Math.Exp(-z)) - y, 2);
