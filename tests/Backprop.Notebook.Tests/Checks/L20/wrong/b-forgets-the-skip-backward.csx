// L20.b: 1 points
// says: The way past the layer is missing
- double[] y = [.. x], dx = [.. dy];
+ double[] y = [.. x], dx = new double[x.Length];
