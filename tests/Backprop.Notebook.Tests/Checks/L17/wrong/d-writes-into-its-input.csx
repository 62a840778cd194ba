// L17.d: 2 points
// says: Return new arrays
double[][] Clip(double[][] gradients, double max)
{
    double norm = Math.Sqrt(gradients.Sum(row => row.Sum(v => v * v)));
    foreach (double[] row in gradients)
        for (int k = 0; k < row.Length; k++)
            if (norm > max) row[k] *= max / norm;
    return gradients;
}
