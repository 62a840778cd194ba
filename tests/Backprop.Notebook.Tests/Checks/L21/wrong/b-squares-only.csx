// L21.b: 2 points
// says: any sizes
- for (int j = 0; j < m; j++) c[i * m + j] += factor * b[p * m + j];
+ for (int j = 0; j < m; j++) c[i * n + j] += factor * b[p * n + j];
