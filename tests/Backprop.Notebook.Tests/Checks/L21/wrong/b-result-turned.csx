// L21.b: 0 points
// says: stored column by column
- for (int j = 0; j < m; j++) c[i * m + j] += factor * b[p * m + j];
+ for (int j = 0; j < m; j++) c[j * n + i] += factor * b[p * m + j];
