// L04.a
double SafeSigmoid(double x)
{
    if (x > 0) return 1 - SafeSigmoid(-x);
    double e = Math.Exp(x);
    return e / (1 + e);
}
