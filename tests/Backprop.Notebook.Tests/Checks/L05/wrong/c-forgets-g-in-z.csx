// L05.c: 2 points
// says: Those are the slopes of the function
- back[i] = z[i] > 0 ? g[i] : alpha * g[i];
+ back[i] = z[i] > 0 ? 1 : alpha;
