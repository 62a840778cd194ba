// L05.a: 0 points
// says: That is x: the negative side is multiplied by alpha
- return x > 0 ? x : alpha * x;
+ return x;
- return x > 0 ? x : alpha * (Math.Exp(x) - 1);
+ return x;
- return x / (1 + Math.Exp(-x));
+ return x;
- return x * 0.5 * (1 + Erf(x / Math.Sqrt(2)));
+ return x;
