// L02.a
double NumericalDerivative(Func<double, double> f, double x, double h)
{
    double up = f(x + h), down = f(x - h);
    double along = (x + h) - (x - h);
    return (up - down) / along;
}
