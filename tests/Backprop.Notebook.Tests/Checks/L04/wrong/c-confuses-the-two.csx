// L04.c: 2 points
// says: the formula of tanh, used with a sigmoid
- return s * (1 - s);
+ return 1 - s * s;
- return 1 - t * t;
+ return t * (1 - t);
