// L02.b: 3 points
// says: which makes 1
- Math.Cos(x) * Math.Cos(x) - Math.Sin(x) * Math.Sin(x), 2 * x + 3, 0, 9,
+ Math.Cos(x) * Math.Cos(x) + Math.Sin(x) * Math.Sin(x), 2 * x + 3, 0, 9,
