// L10.c: 3 points
// says: You took the mean
- return sum;
+ return [.. sum.Select(v => v / heads.Length)];
