// L05.b: 3 points
// says: The bell curve is divided by the root of 2 pi
- return gate + x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
+ return gate + x * Math.Exp(-x * x / 2);
