// L10.a: 3 points
// says: it belongs to the slopes of the weights
- back[i] += w[i][j] * g[j];
+ back[i] += w[i][j] * g[j] * seen[i];
