// L17.d: 0 points
// says: That has length 1
- double factor = norm > max ? max / norm : 1;
+ double factor = norm > max ? 1 / norm : 1;
