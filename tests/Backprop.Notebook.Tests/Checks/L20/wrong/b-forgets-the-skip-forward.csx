// L20.b: 0 points
// says: That is the layer alone
- double[] y = [.. x], dx = [.. dy];
+ double[] y = new double[x.Length], dx = [.. dy];
