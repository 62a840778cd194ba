// L08.a: 4 points
// says: is tanh itself
- return new Value(t, (x, 1 - t * t));
+ return new Value(t, (x, t));
