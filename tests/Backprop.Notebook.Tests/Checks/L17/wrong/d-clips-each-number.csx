// L17.d: 0 points
// says: You limited each number on its own
double[][] Clip(double[][] gradients, double max) =>
    [.. gradients.Select(row => row.Select(v => Math.Clamp(v, -max, max)).ToArray())];
