// L03.c: 0 points
// says: the loss for the other answer
- y == 1 ? -z : z;
+ y == 1 ? z : -z;
