// L11.c: 3 points
// says: divided by 3
- slopes[k] -= 2 * e * X[i][k] / batch.Length;
+ slopes[k] -= 2 * e * X[i][k] / batches[0].Length;
