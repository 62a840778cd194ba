// L05.c: 2 points
// says: A unit with a positive z does not contain alpha
- if (z[i] <= 0) slope += g[i] * z[i];
+ slope += g[i] * z[i];
