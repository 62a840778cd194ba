// L04.b: 2 points
// says: Did you subtract two values of it
double TanhFrom(Func<double, double> sigmoid, double x) => sigmoid(2 * x) - sigmoid(-2 * x);
