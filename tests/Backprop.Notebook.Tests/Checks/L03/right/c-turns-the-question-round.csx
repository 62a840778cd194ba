// L03.c
double LogLoss(double z, double y)
{
    if (y == 0) return LogLoss(-z, 1);
    return z > 0 ? Math.Log(1 + Math.Exp(-z)) : -z + Math.Log(1 + Math.Exp(z));
}
