// L05.a: 0 points
// says: should be
- return x > 0 ? x : alpha * x;
+ return 0;
- return x > 0 ? x : alpha * (Math.Exp(x) - 1);
+ return 0;
- return x / (1 + Math.Exp(-x));
+ return 0;
- return x * 0.5 * (1 + Erf(x / Math.Sqrt(2)));
+ return 0;
