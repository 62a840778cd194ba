// L07.a
double[] Softmax(double[] z) => [.. z.Select(a => 1 / z.Sum(b => Math.Exp(b - a)))];
