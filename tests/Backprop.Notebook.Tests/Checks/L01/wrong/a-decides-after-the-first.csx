// L01.a: 0 points
// says: You decide after the first input
int Step(double[] x, double[] w, double theta)
{
    for (int i = 0; i < x.Length; i++) return w[i] * x[i] > theta ? 1 : 0;
    return 0;
}
