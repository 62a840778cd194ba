// L19.a: 4 points
// says: Was something clipped
double[] GanLosses(double[] real, double[] made)
{
    double Ln(double p) => Math.Log(Math.Clamp(p, 1e-12, 1));
    double D(double z) => 1 / (1 + Math.Exp(-z));
    return [real.Average(z => -Ln(D(z))) + made.Average(z => -Ln(1 - D(z))), made.Average(z => Ln(1 - D(z))), made.Average(z => -Ln(D(z)))];
}
