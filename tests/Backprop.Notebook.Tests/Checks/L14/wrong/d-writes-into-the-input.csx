// L14.d: 3 points
// says: other numbers after the call
double[][] ClipByNorm(double[][] gradients, double max)
{
    double norm = Math.Sqrt(gradients.Sum(part => part.Sum(g => g * g)));
    if (norm > max)
        foreach (var part in gradients)
            for (int i = 0; i < part.Length; i++) part[i] *= max / norm;
    return gradients;
}
