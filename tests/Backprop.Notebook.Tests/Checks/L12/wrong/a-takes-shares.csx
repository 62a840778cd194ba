// L12.a: 3 points
// says: away from the rate t times
- return start * Math.Exp(-k * t);
+ return start * Math.Pow(1 - k, t);
