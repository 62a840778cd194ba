// L04.b
double TanhFrom(Func<double, double> sigmoid, double x)
{
    double s = sigmoid(x + x);
    return s - (1 - s);
}
