// L04.a: 0 points
// says: the sign of the exponent is turned round
double SafeSigmoid(double x) => 1 / (1 + Math.Exp(x));
