// L08.a: 4 points
// says: Fix the value first
- return new Value(a.Data * b.Data, (a, b.Data), (b, a.Data));
+ return a;
