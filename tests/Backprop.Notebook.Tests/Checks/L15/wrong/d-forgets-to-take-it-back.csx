// L15.d: 2 points
// says: These look like exponents
- .Select(_ => Math.Exp(from + (to - from) * random.NextDouble()))];
+ .Select(_ => from + (to - from) * random.NextDouble())];
