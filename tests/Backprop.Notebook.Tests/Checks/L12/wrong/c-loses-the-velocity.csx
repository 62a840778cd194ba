// L12.c: 2 points
// says: the old velocity is not part of the move
- v[i] = beta * v[i] - rate * slope;
+ v[i] = -rate * slope;
