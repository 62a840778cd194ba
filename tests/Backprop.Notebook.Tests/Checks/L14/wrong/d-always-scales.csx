// L14.d: 3 points
// says: You made it longer
- double factor = norm > max ? max / norm : 1;
+ double factor = max / norm;
