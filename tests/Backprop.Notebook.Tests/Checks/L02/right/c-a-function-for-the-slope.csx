// L02.c
double SigSigGrad(double w)
{
    double S(double z) => 1 / (1 + Math.Exp(-z));
    double D(double z) => S(z) * S(-z);
    return D(S(w)) * D(w);
}
