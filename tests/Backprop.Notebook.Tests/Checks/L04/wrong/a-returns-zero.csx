// L04.a: 0 points
// says: should be
double SafeSigmoid(double x) => 0;
