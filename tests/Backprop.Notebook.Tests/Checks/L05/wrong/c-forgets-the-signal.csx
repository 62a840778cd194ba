// L05.c: 2 points
// says: The signals g are missing
- if (z[i] <= 0) slope += g[i] * z[i];
+ if (z[i] <= 0) slope += z[i];
