// L02.c: 0 points
// says: Both slopes were taken at w
- return outer * (1 - outer) * inner * (1 - inner);
+ return inner * (1 - inner) * inner * (1 - inner);
