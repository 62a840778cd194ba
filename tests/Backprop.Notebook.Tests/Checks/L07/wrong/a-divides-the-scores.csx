// L07.a: 0 points
// says: You divided the scores by their sum
double[] Softmax(double[] z) => [.. z.Select(v => v / z.Sum())];
