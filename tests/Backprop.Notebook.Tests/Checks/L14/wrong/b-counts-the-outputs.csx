// L14.b: 4 points
// says: You counted the outputs
- return Table(inputs, outputs, Math.Sqrt(2.0 / inputs), new Random(seed));
+ return Table(inputs, outputs, Math.Sqrt(2.0 / outputs), new Random(seed));
