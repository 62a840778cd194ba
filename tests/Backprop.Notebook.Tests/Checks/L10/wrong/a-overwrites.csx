// L10.a: 4 points
// says: That is the last example alone
- GradW[i][j] += seen[i] * g[j];
+ GradW[i][j] = seen[i] * g[j];
