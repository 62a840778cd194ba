// L02.c: 4 points
// says: infinity is divided by infinity
double SigSigGrad(double w)
{
    double s = 1 / (1 + Math.Exp(-w)), e = Math.Exp(-w), d = Math.Exp(-s);
    return e / ((1 + e) * (1 + e)) * d / ((1 + d) * (1 + d));
}
