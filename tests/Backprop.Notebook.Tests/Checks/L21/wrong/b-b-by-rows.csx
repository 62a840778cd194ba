// L21.b: 0 points
// says: b was read the other way round
- for (int j = 0; j < m; j++) c[i * m + j] += factor * b[p * m + j];
+ for (int j = 0; j < m; j++) c[i * m + j] += factor * b[j * k + p];
