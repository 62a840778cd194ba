// L14.b: 1 points
// says: Equal weights make equal units
- return Table(inputs, outputs, Math.Sqrt(2.0 / inputs), new Random(seed));
+ return Table(inputs, outputs, Math.Sqrt(2 / inputs), new Random(seed));
