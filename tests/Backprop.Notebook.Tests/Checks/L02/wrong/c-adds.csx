// L02.c: 0 points
// says: You added the slopes
- return outer * (1 - outer) * inner * (1 - inner);
+ return outer * (1 - outer) + inner * (1 - inner);
