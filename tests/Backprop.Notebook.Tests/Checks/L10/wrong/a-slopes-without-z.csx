// L10.a: 3 points
// says: The value that came in, z, is missing
- GradW[i][j] += seen[i] * g[j];
+ GradW[i][j] += g[j];
