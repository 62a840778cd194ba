// L21.b: 0 points
// says: Only the last product is kept
- for (int j = 0; j < m; j++) c[i * m + j] += factor * b[p * m + j];
+ for (int j = 0; j < m; j++) c[i * m + j] = factor * b[p * m + j];
