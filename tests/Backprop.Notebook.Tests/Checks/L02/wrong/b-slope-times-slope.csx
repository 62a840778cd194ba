// L02.b: 3 points
// says: slope times slope
- Math.Cos(x) * Math.Cos(x) - Math.Sin(x) * Math.Sin(x), 2 * x + 3, 0, 9,
+ -Math.Sin(x) * Math.Cos(x), 1, 0, 9,
