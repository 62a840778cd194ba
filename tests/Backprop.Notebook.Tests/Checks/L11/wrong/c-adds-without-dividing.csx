// L11.c: 0 points
// says: That is the sum over the batch
- slopes[k] -= 2 * e * X[i][k] / batch.Length;
+ slopes[k] -= 2 * e * X[i][k];
