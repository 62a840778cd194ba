// L06.c: 1 points
// says: All four are turned round
- [1, 1],
+ [-1, -1],
- 0);
+ 1);
