// L12.a: 3 points
// says: there is a minus in front of k
- return start * Math.Exp(-k * t);
+ return start * Math.Exp(k * t);
