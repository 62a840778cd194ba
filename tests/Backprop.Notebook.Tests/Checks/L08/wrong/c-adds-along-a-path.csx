// L08.c: 0 points
// says: Along a path slopes multiply
- s[from] += s[to] * z;
+ s[from] += s[to] + z;
