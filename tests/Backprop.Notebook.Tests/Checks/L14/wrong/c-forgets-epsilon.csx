// L14.c: 0 points
// says: Epsilon is missing
- double root = Math.Sqrt(variance + 0.00001);
+ double root = Math.Sqrt(variance);
