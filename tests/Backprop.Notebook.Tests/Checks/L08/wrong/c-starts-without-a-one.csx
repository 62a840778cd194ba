// L08.c: 0 points
// says: S(o,o) = 1 starts the table
- s[o] = 1;
