// L01.b
double[][] Gates()
{
    double[] and = [1, 1, 1.5];
    return [[2, 2, 1], [.. and.Select(v => -v)], [0.5, 0.5, 0.5, 0.75]];
}
