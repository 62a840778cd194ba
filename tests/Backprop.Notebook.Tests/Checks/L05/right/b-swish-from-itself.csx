// L05.b
double Erf(double x)
{
    double t = 1 / (1 + 0.3275911 * Math.Abs(x));
    double sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return Math.Sign(x) * (1 - sum * Math.Exp(-x * x));
}
double LeakySlope(double x, double alpha) => x <= 0 ? alpha : 1;
double EluSlope(double x, double alpha) => x <= 0 ? alpha * (Math.Exp(x) - 1) + alpha : 1;
double SwishSlope(double x)
{
    double s = 1 / (1 + Math.Exp(-x)), swish = x * s;
    return swish + s * (1 - swish);
}
double GeluSlope(double x) => 0.5 + 0.5 * Erf(x / Math.Sqrt(2)) + x * 0.3989422804014327 * Math.Exp(-0.5 * x * x);
