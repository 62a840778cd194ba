// L10.a: 0 points
// says: The bias is missing
- double[] result = [.. b];
+ double[] result = new double[b.Length];
