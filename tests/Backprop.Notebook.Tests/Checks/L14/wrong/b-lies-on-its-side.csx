// L14.b: 0 points
// says: The table lies on its side
- return Table(inputs, outputs, Math.Sqrt(2.0 / inputs), new Random(seed));
+ return Table(outputs, inputs, Math.Sqrt(2.0 / inputs), new Random(seed));
- return Table(inputs, outputs, deviation, new Random(seed));
+ return Table(outputs, inputs, deviation, new Random(seed));
