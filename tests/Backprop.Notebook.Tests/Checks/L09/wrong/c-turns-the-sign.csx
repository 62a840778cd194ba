// L09.c: 0 points
// says: delta at the output is y - t
- 1 / (1 + Math.Exp(-a)) - t[n];
+ t[n] - 1 / (1 + Math.Exp(-a));
