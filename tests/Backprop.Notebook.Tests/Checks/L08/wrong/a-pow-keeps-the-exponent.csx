// L08.a: 4 points
// says: It drops by one
- return new Value(Math.Pow(x.Data, k), (x, k * Math.Pow(x.Data, k - 1)));
+ return new Value(Math.Pow(x.Data, k), (x, k * Math.Pow(x.Data, k)));
