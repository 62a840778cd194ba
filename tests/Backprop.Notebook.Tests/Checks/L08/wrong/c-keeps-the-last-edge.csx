// L08.c: 0 points
// says: do not keep the last
- s[from] += s[to] * z;
+ s[from] = s[to] * z;
