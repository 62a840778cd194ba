// L06.d: 1 points
// says: Your v are the slopes of the pieces
- slope - before
+ slope
