// L05.a: 3 points
// says: it wants x divided by the root of 2
- return x * 0.5 * (1 + Erf(x / Math.Sqrt(2)));
+ return x * 0.5 * (1 + Erf(x));
