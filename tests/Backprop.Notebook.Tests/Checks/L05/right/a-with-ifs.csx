// L05.a
double Erf(double x)
{
    double t = 1 / (1 + 0.3275911 * Math.Abs(x));
    double sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return Math.Sign(x) * (1 - sum * Math.Exp(-x * x));
}
double LeakyAt(double x, double alpha)
{
    if (x <= 0) x *= alpha;
    return x;
}
double EluAt(double x, double alpha)
{
    if (x > 0) return x;
    return alpha * double.ExpM1(x);
}
double SwishAt(double x) => x > 0 ? x / (1 + Math.Exp(-x)) : x * Math.Exp(x) / (1 + Math.Exp(x));
double GeluAt(double x) => (x + x * Erf(x / 1.4142135623730951)) / 2;
