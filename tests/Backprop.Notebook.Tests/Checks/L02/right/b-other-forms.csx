// L02.b
double[] Slopes(double x, double y)
{
    double power = 1;
    for (int i = 0; i < 19; i++) power *= y;
    return [8 * x * x * x, -7 * 20 * power, 1, 2, Math.Cos(2 * x), (x - 2) + (x + 5), 0, 9];
}
