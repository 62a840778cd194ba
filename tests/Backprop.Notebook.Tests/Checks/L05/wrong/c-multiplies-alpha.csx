// L05.c: 2 points
// says: There is a factor alpha too many
- if (z[i] <= 0) slope += g[i] * z[i];
+ if (z[i] <= 0) slope += alpha * g[i] * z[i];
