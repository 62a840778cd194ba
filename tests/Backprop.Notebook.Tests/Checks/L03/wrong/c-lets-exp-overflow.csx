// L03.c: 3 points
// says: Let exp see only negative numbers
double LogLoss(double z, double y) => Math.Log(1 + Math.Exp(y == 1 ? -z : z));
