// L08.a: 4 points
// says: Fix the value first
- return new Value(a.Data + b.Data, (a, 1), (b, 1));
+ return new Value(a.Data - b.Data, (a, 1), (b, 1));
