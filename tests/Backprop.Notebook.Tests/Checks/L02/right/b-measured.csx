// L02.b
double[] Slopes(double x, double y)
{
    var s = new double[8];
    s[0] = 2 * 4 * Math.Pow(x, 3);
    s[1] = -Math.Pow(y, 19) * 140;
    (s[2], s[3], s[6], s[7]) = (1, 2, 0, 9);
    s[4] = -Math.Sin(x) * Math.Sin(x) + Math.Cos(x) * Math.Cos(x);
    s[5] = x + 5 + x - 2;
    return s;
}
