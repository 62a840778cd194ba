// L19.b
double[] Turn(double[] discriminator, double[] generator, double[] real, double[] noise, double rate)
{
    double[] j = [.. discriminator], g = [.. generator];
    double D(double x) => 0.5 + 0.5 * Math.Tanh((discriminator[0] * x + discriminator[1]) / 2);
    double New(double x) => 0.5 + 0.5 * Math.Tanh((j[0] * x + j[1]) / 2);
    foreach (double x in real) { j[0] += rate * (1 - D(x)) * x / real.Length; j[1] += rate * (1 - D(x)) / real.Length; }
    foreach (double z in noise)
    {
        double x = generator[0] + generator[1] * z;
        j[0] -= rate * D(x) * x / noise.Length; j[1] -= rate * D(x) / noise.Length;
    }
    foreach (double z in noise)
    {
        double up = rate * (1 - New(generator[0] + generator[1] * z)) * j[0] / noise.Length;
        g[0] += up; g[1] += up * z;
    }
    return [.. j, .. g];
}
