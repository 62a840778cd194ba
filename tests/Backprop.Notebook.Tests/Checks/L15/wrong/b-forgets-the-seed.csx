// L15.b: 4 points
// says: the same seed gave another mask
- var random = new Random(seed);
+ var random = new Random();
