// L05.a: 4 points
// says: Compute only the case that is needed
- return x > 0 ? x : alpha * (Math.Exp(x) - 1);
+ return (x > 0 ? 1 : 0) * x + (x > 0 ? 0 : 1) * alpha * (Math.Exp(x) - 1);
