// L04.a: 0 points
// says: That is the step
double SafeSigmoid(double x) => x >= 0 ? 1 : 0;
