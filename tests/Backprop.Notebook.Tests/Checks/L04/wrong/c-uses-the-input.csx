// L04.c: 2 points
// says: That is x (1 - x), with the input
- return s * (1 - s);
+ return x * (1 - x);
- return 1 - t * t;
+ return 1 - x * x;
