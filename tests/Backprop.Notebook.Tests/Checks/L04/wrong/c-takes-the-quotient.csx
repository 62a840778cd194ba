// L04.c: 5 points
// says: an exp became infinite
- double s = 1 / (1 + Math.Exp(-x));
+ double s = Math.Exp(-x);
- return s * (1 - s);
+ return s / ((1 + s) * (1 + s));
