// L02.c: 0 points
// says: the outer slope alone
- return outer * (1 - outer) * inner * (1 - inner);
+ return outer * (1 - outer);
