// L09.d: 3 points
// says: Put the old number back

int Suspect(Func<double[], double> loss, double[] w, double[] claimed)
{
    int worst = -1;
    double most = 0.001;
    for (int i = 0; i < w.Length; i++)
    {
        w[i] += 1e-5; double up = loss(w);
        w[i] -= 2e-5; double down = loss(w);
        double n = (up - down) / 2e-5, off = Math.Abs(claimed[i] - n) / (Math.Abs(claimed[i]) + Math.Abs(n) + 1e-7);
        if (off > most) (most, worst) = (off, i);
    }
    return worst;
}
