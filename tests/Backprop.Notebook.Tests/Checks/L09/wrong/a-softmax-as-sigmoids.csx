// L09.a: 3 points
// says: softmax divides exp(a) by the sum
- h = [.. e.Select(v => v / e.Sum())];
+ h = [.. a.Select(v => 1 / (1 + Math.Exp(-v)))];
