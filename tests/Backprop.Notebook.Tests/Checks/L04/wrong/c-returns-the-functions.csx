// L04.c: 0 points
// says: That is ReLU itself
- return x > 0 ? 1 : 0;
+ return Math.Max(0, x);
- return s * (1 - s);
+ return s;
- return 1 - t * t;
+ return t;
