// L17.d: 0 points
// says: You used a norm for each array
double[][] Clip(double[][] gradients, double max) =>
    [.. gradients.Select(row => row.Select(v => v * Math.Min(1, max / Math.Sqrt(row.Sum(u => u * u)))).ToArray())];
