// L12.c: 5 points
// says: Walk on a copy of start
- double[] w = [.. start], v = new double[start.Length];
+ double[] w = start, v = new double[start.Length];
