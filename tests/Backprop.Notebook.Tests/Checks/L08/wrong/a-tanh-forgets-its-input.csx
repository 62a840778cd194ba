// L08.a: 4 points
// says: no slope arrives
- return new Value(t, (x, 1 - t * t));
+ return new Value(t);
