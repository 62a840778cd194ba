// L02.d: 2 points
// says: minus the sine
- double throughCos = 2 * w * -Math.Sin(w * w);
+ double throughCos = 2 * w * Math.Sin(w * w);
