// L06.c: 1 points
// says: It sees (1, 0) and not (0, 1)
- [1, 1],
+ [1, 0],
