// L02.c: 0 points
// says: the slope of one sigmoid
- return outer * (1 - outer) * inner * (1 - inner);
+ return inner * (1 - inner);
