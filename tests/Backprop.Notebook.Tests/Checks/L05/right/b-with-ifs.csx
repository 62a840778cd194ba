// L05.b
double Erf(double x)
{
    double t = 1 / (1 + 0.3275911 * Math.Abs(x));
    double sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return Math.Sign(x) * (1 - sum * Math.Exp(-x * x));
}
double LeakySlope(double x, double alpha)
{
    if (x > 0) return 1;
    return alpha;
}
double EluSlope(double x, double alpha) => Math.Exp(Math.Min(0, x)) * (x > 0 ? 1 : alpha);
double SwishSlope(double x)
{
    double s = 0.5 * (1 + Math.Tanh(x / 2));
    return s * (1 + x * (1 - s));
}
double GeluSlope(double x)
{
    double bell = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    return 0.5 * (1 + Erf(x / Math.Sqrt(2))) + x * bell;
}
