// L17.a
(double[] H, double DWx, double DWh, double DB) RnnBack(double[] x, double wx, double wh, double b)
{
    double h = 0, sx = 0, sh = 0, sb = 0;
    var all = new List<double>();
    foreach (double input in x)
    {
        double next = Math.Tanh(wx * input + wh * h + b), flat = 1 - next * next;
        (sx, sh, sb) = (flat * (input + wh * sx), flat * (h + wh * sh), flat * (1 + wh * sb));
        h = next;
        all.Add(h);
    }
    return ([.. all], sx, sh, sb);
}
