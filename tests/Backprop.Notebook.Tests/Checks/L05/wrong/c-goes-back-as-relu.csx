// L05.c: 2 points
// says: That is ReLU: on the negative side the share alpha passes
- back[i] = z[i] > 0 ? g[i] : alpha * g[i];
+ back[i] = z[i] > 0 ? g[i] : 0;
