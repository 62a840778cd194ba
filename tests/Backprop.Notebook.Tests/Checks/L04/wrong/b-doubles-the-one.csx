// L04.b: 0 points
// says: the 1 is not doubled
double TanhFrom(Func<double, double> sigmoid, double x) => 2 * (sigmoid(2 * x) - 1);
