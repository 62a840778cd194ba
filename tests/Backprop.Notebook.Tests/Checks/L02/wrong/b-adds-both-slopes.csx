// L02.b: 3 points
// says: Only x moves
- 8 * Math.Pow(x, 3), -140 * Math.Pow(y, 19), 1, 2,
+ 8 * Math.Pow(x, 3), -140 * Math.Pow(y, 19), 3, 3,
