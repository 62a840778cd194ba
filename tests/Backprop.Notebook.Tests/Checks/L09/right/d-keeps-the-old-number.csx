// L09.d

int Suspect(Func<double[], double> loss, double[] w, double[] claimed)
{
    var off = new double[w.Length];
    for (int i = 0; i < w.Length; i++)
    {
        double old = w[i];
        w[i] = old + 1e-5; double up = loss(w);
        w[i] = old - 1e-5; double down = loss(w);
        w[i] = old;
        double n = (up - down) / 2e-5;
        off[i] = Math.Abs(claimed[i] - n) / (Math.Abs(claimed[i]) + Math.Abs(n) + 1e-7);
    }
    return off.Max() > 0.001 ? Array.IndexOf(off, off.Max()) : -1;
}
