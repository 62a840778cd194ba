// L08.a: 4 points
// says: gets the value of the other
- return new Value(a.Data * b.Data, (a, b.Data), (b, a.Data));
+ return new Value(a.Data * b.Data, (a, a.Data), (b, b.Data));
