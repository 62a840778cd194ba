// L17.b
(double H, double C, double DX, double DH, double DC) LstmStep(double x, double h, double c, double[] wx, double[] wh, double[] b, double slopeH, double slopeC)
{
    double S(double z) => 1 / (1 + Math.Exp(-z));
    (double H, double C) Go(double x, double h, double c)
    {
        double Z(int k) => wx[k] * x + wh[k] * h + b[k];
        double m = S(Z(1)) * c + S(Z(0)) * Math.Tanh(Z(2));
        return (S(Z(3)) * Math.Tanh(m), m);
    }
    double Loss(double x, double h, double c) => slopeH * Go(x, h, c).H + slopeC * Go(x, h, c).C;
    const double e = 1e-5;
    var (newH, newC) = Go(x, h, c);
    return (newH, newC, (Loss(x + e, h, c) - Loss(x - e, h, c)) / (2 * e),
        (Loss(x, h + e, c) - Loss(x, h - e, c)) / (2 * e), (Loss(x, h, c + e) - Loss(x, h, c - e)) / (2 * e));
}
