// L04.b: 3 points
// says: called the sigmoid 2 times
double TanhFrom(Func<double, double> sigmoid, double x) => sigmoid(2 * x) + sigmoid(2 * x) - 1;
