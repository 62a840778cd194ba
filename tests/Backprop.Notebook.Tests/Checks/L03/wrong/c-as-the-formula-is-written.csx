// L03.c: 3 points
// says: the log gets 0
double LogLoss(double z, double y) => y == 1 ? -Math.Log(1 / (1 + Math.Exp(-z))) : -Math.Log(1 - 1 / (1 + Math.Exp(-z)));
