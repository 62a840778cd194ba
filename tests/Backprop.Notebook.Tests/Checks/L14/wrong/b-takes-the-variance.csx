// L14.b: 3 points
// says: That is the variance
- return Table(inputs, outputs, Math.Sqrt(2.0 / inputs), new Random(seed));
+ return Table(inputs, outputs, 2.0 / inputs, new Random(seed));
- double deviation = Math.Sqrt(2.0 / (inputs + outputs));
+ double deviation = 2.0 / (inputs + outputs);
