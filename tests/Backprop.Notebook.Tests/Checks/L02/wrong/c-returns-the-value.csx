// L02.c: 0 points
// says: the value of the outer sigmoid
- return outer * (1 - outer) * inner * (1 - inner);
+ return outer;
