// L19.a
double[] GanLosses(double[] real, double[] made)
{
    double MinusLnD(double z) => z > 0 ? Math.Log(1 + Math.Exp(-z)) : -z + Math.Log(1 + Math.Exp(z));
    double d = 0, a = 0, b = 0;
    foreach (double z in real) d += MinusLnD(z) / real.Length;
    foreach (double z in made) { a -= MinusLnD(-z) / made.Length; b += MinusLnD(z) / made.Length; }
    return [d - a, a, b];
}
