// L10.a: 3 points
// says: That is the transposed one
- back[i] += w[i][j] * g[j];
+ back[Math.Min(j, back.Length - 1)] += w[i][j] * g[Math.Min(i, g.Length - 1)];
