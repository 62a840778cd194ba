// L02.a
double NumericalDerivative(Func<double, double> f, double x, double h) => 0.5 * (f(x + h) - f(x - h)) / h;
