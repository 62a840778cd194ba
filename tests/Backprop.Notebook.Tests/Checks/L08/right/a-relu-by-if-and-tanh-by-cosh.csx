// L08.a
- return new Value(Math.Max(0, x.Data), (x, x.Data > 0 ? 1 : 0));
+ return x.Data > 0 ? new Value(x.Data, (x, 1)) : new Value(0, (x, 0));
- return new Value(t, (x, 1 - t * t));
+ return new Value(t, (x, 1 / (Math.Cosh(x.Data) * Math.Cosh(x.Data))));
