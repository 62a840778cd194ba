// L12.a: 3 points
// says: the rate stands still
- return start * Math.Pow(factor, t / every);
+ return start * Math.Pow(factor, (double)t / every);
