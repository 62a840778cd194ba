// L18.c: 4 points
// says: put it back
double Contractive(double[][] W, double[] b, double[] x)
{
    double H(int k) => 1 / (1 + Math.Exp(-(b[k] + W[k].Zip(x, (w, v) => w * v).Sum())));
    double penalty = 0;
    for (int k = 0; k < W.Length; k++)
        for (int i = 0; i < x.Length; i++)
        {
            double before = H(k);
            x[i] += 1e-7;
            penalty += Math.Pow((H(k) - before) / 1e-7, 2);
        }
    return penalty;
}
