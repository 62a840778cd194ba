// L11.d: 2 points
// says: Compare with the best so far
- if (validation[e] < best) (best, waited) = (validation[e], 0);
+ if (e == 0 || validation[e] < validation[e - 1]) (best, waited) = (validation[e], 0);
