// L04.b: 2 points
// says: You did not use the function that you were given
double TanhFrom(Func<double, double> sigmoid, double x) => Math.Tanh(x);
