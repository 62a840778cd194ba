// L11.d: 2 points
// says: After a new best the count starts again
- if (validation[e] < best) (best, waited) = (validation[e], 0);
+ if (validation[e] < best) best = validation[e];
