// L05.b: 2 points
// says: Use the case x <= 0 there
- return x > 0 ? 1 : alpha;
+ return x >= 0 ? 1 : alpha;
