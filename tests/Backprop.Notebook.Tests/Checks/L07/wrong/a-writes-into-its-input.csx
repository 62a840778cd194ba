// L07.a: 4 points
// says: z has other numbers after the call than before
double[] Softmax(double[] z)
{
    double largest = z.Max(), sum = 0;
    for (int i = 0; i < z.Length; i++) sum += z[i] = Math.Exp(z[i] - largest);
    return [.. z.Select(v => v / sum)];
}
