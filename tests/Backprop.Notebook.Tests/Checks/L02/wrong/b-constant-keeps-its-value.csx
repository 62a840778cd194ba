// L02.b: 4 points
// says: A constant does not move
- Math.Cos(x) * Math.Cos(x) - Math.Sin(x) * Math.Sin(x), 2 * x + 3, 0, 9,
+ Math.Cos(x) * Math.Cos(x) - Math.Sin(x) * Math.Sin(x), 2 * x + 3, 7, 9 * x,
