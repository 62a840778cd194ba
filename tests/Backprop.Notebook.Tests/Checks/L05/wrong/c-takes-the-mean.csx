// L05.c: 2 points
// says: That is the mean. Every use of alpha adds its share
- return (slope, back);
+ return (slope / z.Length, back);
