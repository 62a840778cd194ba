// L03.c: 2 points
// says: as if p were clipped at about 1e-8
double LogLoss(double z, double y)
{
    double p = Math.Clamp(1 / (1 + Math.Exp(-z)), 1e-8, 1 - 1e-8);
    return y == 1 ? -Math.Log(p) : -Math.Log(1 - p);
}
