// L17.d: 0 points
// says: All your numbers are 0
- double factor = norm > max ? max / norm : 1;
+ double factor = 0;
