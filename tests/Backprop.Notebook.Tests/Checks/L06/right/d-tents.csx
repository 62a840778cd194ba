// L06.d
(double[] W, double[] B, double[] V, double C) SineNet()
{
    List<double> w = [], b = [], v = [];
    double gap = 2 * Math.PI / 12;
    for (int k = 0; k <= 12; k++)
        foreach (var (at, share) in new[] { (-1, 1), (0, -2), (1, 1) })
        {
            w.Add(1);
            b.Add(-(k + at) * gap);
            v.Add(share * Math.Sin(k * gap) / gap);
        }
    return ([.. w], [.. b], [.. v], 0);
}
