// L06.b: 0 points
// says: Each row of W2 met a row of W1
- W[r][c] += W2[r][k] * W1[k][c];
+ W[r][c] += W2[r][k] * W1[c % W1.Length][k % W1[0].Length];
