// L05.d
double Witness(double alpha)
{
    foreach (double z in new[] { 5.0, -5.0 })
        if (Math.Max(alpha * z, z) != (z > 0 ? z : alpha * z)) return z;
    return double.NaN;
}
