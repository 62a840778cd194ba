// L02.d: 0 points
// says: the slope of a square is 2w
- double throughCos = 2 * w * -Math.Sin(w * w);
+ double throughCos = w * -Math.Sin(w * w);
- double throughSin = 2 * w * Math.Cos(w * w);
+ double throughSin = w * Math.Cos(w * w);
