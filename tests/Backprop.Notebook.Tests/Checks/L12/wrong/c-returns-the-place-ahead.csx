// L12.c: 0 points
// says: You return the place ahead
- return w;
+ return steps == 0 ? w : [.. w.Zip(v, (p, q) => p + beta * q)];
