// L02.d
double[] TwoPaths(double w)
{
    double u = Math.Pow(w, 2), first = 2 * w;
    double[] second = [-Math.Sin(u), Math.Cos(u)];
    double[] shares = [.. second.Select(z => first * z)];
    return [.. shares, shares.Sum()];
}
