// L17.d: 2 points
// says: You made a short gradient longer
- double factor = norm > max ? max / norm : 1;
+ double factor = max / norm;
