// L02.c: 0 points
// says: The factors (1 - s) are missing
- return outer * (1 - outer) * inner * (1 - inner);
+ return outer * inner;
