// L20.a: 5 points
// says: exp overflowed
- double[] e = [.. scores.Select(s => Math.Exp(s - scores.Max()))];
+ double[] e = [.. scores.Select(s => Math.Exp(s))];
