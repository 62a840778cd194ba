// L01.a
int Step(double[] x, double[] w, double theta)
{
    double bar = theta;
    int i = x.Length;
    double sum = 0;
    while (--i >= 0) sum += x[i] * w[i];
    if (sum <= bar) return 0;
    return 1;
}
