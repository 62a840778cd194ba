// L02.b: 3 points
// says: The exponent stayed: x
- 8 * Math.Pow(x, 3), -140 * Math.Pow(y, 19), 1, 2,
+ 8 * Math.Pow(x, 4), -140 * Math.Pow(y, 20), 1, 2,
