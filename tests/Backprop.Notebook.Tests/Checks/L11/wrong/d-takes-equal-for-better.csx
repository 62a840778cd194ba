// L11.d: 2 points
// says: Equal to the best is not below it
- if (validation[e] < best) (best, waited) = (validation[e], 0);
+ if (validation[e] <= best) (best, waited) = (validation[e], 0);
