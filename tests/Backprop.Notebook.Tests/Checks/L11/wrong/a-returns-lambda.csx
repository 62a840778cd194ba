// L11.a: 0 points
// says: largest bend itself
- return 2 / length;
+ return length;
