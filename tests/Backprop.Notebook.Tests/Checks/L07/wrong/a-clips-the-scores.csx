// L07.a: 3 points
// says: The scores were clipped
double[] Softmax(double[] z)
{
    double[] e = [.. z.Select(v => Math.Exp(Math.Clamp(v, -700, 700)))];
    return [.. e.Select(v => v / e.Sum())];
}
