// L12.a: 3 points
// says: You multiply in every epoch
- return start * Math.Pow(factor, t / every);
+ return start * Math.Pow(factor, t);
