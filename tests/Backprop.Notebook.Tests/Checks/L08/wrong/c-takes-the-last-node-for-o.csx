// L08.c: 4 points
// says: belongs at entry 4
- s[o] = 1;
+ s[^1] = 1;
