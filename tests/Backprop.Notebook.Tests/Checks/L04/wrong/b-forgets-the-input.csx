// L04.b: 0 points
// says: You stretched the height, but not the input
double TanhFrom(Func<double, double> sigmoid, double x) => 2 * sigmoid(x) - 1;
