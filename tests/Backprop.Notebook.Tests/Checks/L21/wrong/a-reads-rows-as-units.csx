// L21.a: 2 points
// says: its first index is the input
- for (int i = 0; i < x.Length; i++) sum += x[i] * kernel1[i][j];
+ for (int i = 0; i < x.Length; i++) sum += x[i] * kernel1[j][i];
