// L14.d: 0 points
// says: The length is now 1
- double factor = norm > max ? max / norm : 1;
+ double factor = norm > max ? 1 / norm : 1;
