// L07.a: 0 points
// says: Those are the exps
double[] Softmax(double[] z) => [.. z.Select(v => Math.Exp(v))];
