// L06.c: 1 points
// says: It says the same to all four
- [1, 1],
+ [0, 0],
