// L02.d: 0 points
// says: the second arrow alone
- double throughCos = 2 * w * -Math.Sin(w * w);
+ double throughCos = -Math.Sin(w * w);
- double throughSin = 2 * w * Math.Cos(w * w);
+ double throughSin = Math.Cos(w * w);
