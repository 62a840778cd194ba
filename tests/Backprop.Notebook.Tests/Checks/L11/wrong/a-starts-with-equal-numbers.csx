// L11.a: 3 points
// says: nothing of the strongest direction
- double[] v = [.. Enumerable.Range(1, n).Select(i => 1 + 0.1 * i)];
+ double[] v = [.. Enumerable.Repeat(1.0, n)];
