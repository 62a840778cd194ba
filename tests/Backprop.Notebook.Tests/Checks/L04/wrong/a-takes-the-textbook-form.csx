// L04.a: 2 points
// says: became infinite on the way
double SafeSigmoid(double x) => 1 / (1 + Math.Exp(-x));
