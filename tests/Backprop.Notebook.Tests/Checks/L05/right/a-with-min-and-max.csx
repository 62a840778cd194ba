// L05.a
double Erf(double x)
{
    double t = 1 / (1 + 0.3275911 * Math.Abs(x));
    double sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return Math.Sign(x) * (1 - sum * Math.Exp(-x * x));
}
double LeakyAt(double x, double alpha) => Math.Max(0, x) + alpha * Math.Min(0, x);
double EluAt(double x, double alpha) => Math.Max(0, x) + alpha * (Math.Exp(Math.Min(0, x)) - 1);
double SwishAt(double x) => x * 0.5 * (1 + Math.Tanh(x / 2));
double GeluAt(double x) => x * (1 - 0.5 * (1 + Erf(-x / Math.Sqrt(2))));
