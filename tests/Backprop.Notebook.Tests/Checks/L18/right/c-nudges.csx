// L18.c
double Contractive(double[][] W, double[] b, double[] x)
{
    double H(int k, double[] at) => 1 / (1 + Math.Exp(-(b[k] + W[k].Zip(at, (w, v) => w * v).Sum())));
    double penalty = 0;
    for (int k = 0; k < W.Length; k++)
        for (int i = 0; i < x.Length; i++)
        {
            double[] up = [.. x], down = [.. x];
            up[i] += 1e-5; down[i] -= 1e-5;
            penalty += Math.Pow((H(k, up) - H(k, down)) / 2e-5, 2);
        }
    return penalty;
}
