// L01.a: 4 points
// says: other numbers after the call
int Step(double[] x, double[] w, double theta)
{
    for (int i = 0; i < x.Length; i++) x[i] *= w[i];
    return x.Sum() > theta ? 1 : 0;
}
