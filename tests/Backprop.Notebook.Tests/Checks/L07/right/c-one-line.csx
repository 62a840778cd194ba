// L07.c
double[][] Gradient(double[][] scores, int[] labels) =>
    [.. scores.Select((z, r) => z.Select((a, i) =>
        (1 / z.Sum(b => Math.Exp(b - a)) - (i == labels[r] ? 1 : 0)) / scores.Length).ToArray())];
