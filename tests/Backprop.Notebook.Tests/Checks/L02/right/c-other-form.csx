// L02.c
double SigSigGrad(double w)
{
    double s = 0.5 + 0.5 * Math.Tanh(w / 2), t = 0.5 + 0.5 * Math.Tanh(s / 2);
    return (s - s * s) * (t - t * t);
}
