// L06.b: 0 points
// says: That is W1 times W2
- W[r][c] += W2[r][k] * W1[k][c];
+ W[r][c] += W1[r % W1.Length][k % W1[0].Length] * W2[k % W2.Length][c % W2[0].Length];
