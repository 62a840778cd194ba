// L04.b: 0 points
// says: not moved down by 1
double TanhFrom(Func<double, double> sigmoid, double x) => 2 * sigmoid(2 * x);
