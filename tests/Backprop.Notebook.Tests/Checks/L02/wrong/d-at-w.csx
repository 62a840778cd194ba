// L02.d: 0 points
// says: taken at w
- double throughCos = 2 * w * -Math.Sin(w * w);
+ double throughCos = 2 * w * -Math.Sin(w);
- double throughSin = 2 * w * Math.Cos(w * w);
+ double throughSin = 2 * w * Math.Cos(w);
